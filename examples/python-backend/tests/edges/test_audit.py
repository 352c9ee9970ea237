from podcast.governance.audit import AuditLog


def test_a_log_that_nobody_changed_is_whole():
    log = AuditLog()
    assert log.first_broken() is None
    log.append(1, "ana", "create", episode="ep-1")
    log.append(2, "ben", "vote", episode="ep-1")
    assert AuditLog(log.entries).first_broken() is None
    assert [entry["action"] for entry in log.by_actor("ben")] == ["vote"]


def test_a_changed_entry_is_found():
    log = AuditLog()
    log.append(1, "ana", "create")
    log.append(2, "ben", "vote")
    log.entries[0]["actor"] = "eve"
    assert log.first_broken() == 0


def test_a_missing_entry_is_found():
    log = AuditLog()
    for actor in ("ana", "ben", "cy"):
        log.append(1, actor, "vote")
    del log.entries[1]
    assert log.first_broken() == 1
