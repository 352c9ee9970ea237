"""An audit log that shows when somebody has changed it: each entry holds the digest of the one before."""

import hashlib
import json

BEGIN = "0" * 64


class AuditLog:
    def __init__(self, entries=()):
        self.entries = list(entries)

    def append(self, at, actor, action, **details):
        entry = {"at": at, "actor": actor, "action": action, "details": details, "before": self.last_digest()}
        entry["digest"] = digest_of(entry)
        self.entries.append(entry)
        return entry

    def last_digest(self):
        return self.entries[-1]["digest"] if self.entries else BEGIN

    def first_broken(self):
        """The place of the first entry that is not what was written; None where all are."""
        before = BEGIN
        for place, entry in enumerate(self.entries):
            if entry["before"] != before or entry["digest"] != digest_of(entry):
                return place
            before = entry["digest"]
        return None

    def by_actor(self, actor):
        return [entry for entry in self.entries if entry["actor"] == actor]


def digest_of(entry):
    told = {key: value for key, value in entry.items() if key != "digest"}
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
