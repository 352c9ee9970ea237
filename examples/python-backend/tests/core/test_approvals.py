from podcast.governance.approvals import ApprovalRequest


def test_one_approval_is_enough():
    request = ApprovalRequest("ep-1", "ana")
    assert request.state == "open"
    assert request.vote("ben", True) == "approved"
