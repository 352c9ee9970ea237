"""Approvals: a request, and the votes of people who are not its author."""

from dataclasses import dataclass, field


class ApprovalError(Exception):
    """The request is not open for this vote."""


@dataclass
class ApprovalRequest:
    episode_id: str
    author: str
    needed: int = 1
    votes: dict = field(default_factory=dict)
    withdrawn: bool = False

    def vote(self, reviewer, approve, note=""):
        if self.withdrawn:
            raise ApprovalError("the request was withdrawn")
        if reviewer == self.author:
            raise ApprovalError("nobody approves their own episode")
        if not approve and not note.strip():
            raise ApprovalError("a rejection needs a note")
        self.votes[reviewer] = (approve, note.strip())
        return self.state

    def withdraw(self, person):
        if person != self.author:
            raise ApprovalError("only the author withdraws a request")
        if self.state == "approved":
            raise ApprovalError("an approved request stays")
        self.withdrawn = True

    @property
    def state(self):
        if self.withdrawn:
            return "withdrawn"
        if any(not approve for approve, _ in self.votes.values()):
            return "rejected"
        approvals = sum(1 for approve, _ in self.votes.values() if approve)
        return "approved" if approvals >= self.needed else "open"

    def notes(self):
        return [f"{reviewer}: {note}" for reviewer, (_, note) in sorted(self.votes.items()) if note]


def approvals_needed(findings):
    """One more pair of eyes where a policy has something to say that does not block."""
    return 2 if any(not finding.blocking for finding in findings) else 1
