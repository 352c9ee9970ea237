import pytest

from podcast.governance.approvals import ApprovalError, ApprovalRequest, approvals_needed
from podcast.governance.policies import Finding


def test_nobody_approves_their_own_episode():
    with pytest.raises(ApprovalError, match="their own"):
        ApprovalRequest("ep-1", "ana").vote("ana", True)


def test_a_rejection_needs_a_note_and_keeps_it():
    request = ApprovalRequest("ep-1", "ana", needed=2)
    with pytest.raises(ApprovalError, match="needs a note"):
        request.vote("ben", False, "  ")
    assert request.vote("ben", False, " too loud ") == "rejected"
    assert request.vote("cy", True) == "rejected"
    assert request.notes() == ["ben: too loud"]


def test_a_withdrawn_request_takes_no_vote():
    request = ApprovalRequest("ep-1", "ana")
    with pytest.raises(ApprovalError, match="only the author"):
        request.withdraw("ben")
    request.withdraw("ana")
    assert request.state == "withdrawn"
    with pytest.raises(ApprovalError, match="was withdrawn"):
        request.vote("ben", True)


def test_an_approved_request_stays():
    request = ApprovalRequest("ep-1", "ana")
    request.vote("ben", True)
    with pytest.raises(ApprovalError, match="stays"):
        request.withdraw("ana")


@pytest.mark.parametrize(("findings", "needed"), [([], 1), ([Finding("title", "loud", False)], 2), ([Finding("title", "empty")], 1)])
def test_a_doubt_needs_one_more(findings, needed):
    assert approvals_needed(findings) == needed
