"""What a caller may ask for: each step checks the role, keeps the policies, and leaves a trace."""

from dataclasses import replace

from podcast.episodes.episode import Episode
from podcast.episodes.schedule import Schedule
from podcast.governance.approvals import ApprovalRequest, approvals_needed
from podcast.governance.audit import AuditLog
from podcast.governance.policies import may_go_out, review
from podcast.security.roles import require


class NotReady(Exception):
    """The episode is not ready for this step; the message says why."""


class PublishingService:
    def __init__(self, tokens, clock):
        self._tokens = tokens
        self._clock = clock
        self._episodes = {}
        self._requests = {}
        self.schedule = Schedule(clock)
        self.log = AuditLog()

    def create(self, token, episode_id, title, **details):
        person = self._allowed(token, "episode:create")
        episode = Episode(episode_id, title, person, **details)
        return self._kept(episode, person, "create")

    def request_approval(self, token, episode_id):
        person = self._allowed(token, "approval:request")
        episode = self._episodes[episode_id]
        if not may_go_out(episode):
            raise NotReady("; ".join(finding.message for finding in review(episode) if finding.blocking))
        self._requests[episode_id] = ApprovalRequest(episode_id, person, approvals_needed(review(episode)))
        return self._kept(episode.to("in-review"), person, "request-approval")

    def vote(self, token, episode_id, approve, note=""):
        person = self._allowed(token, "approval:vote")
        state = self._requests[episode_id].vote(person, approve, note)
        if state == "rejected":
            self._kept(self._episodes[episode_id].to("draft"), person, "reject", note=note)
        return state

    def plan(self, token, episode_id, moment):
        person = self._allowed(token, "episode:schedule")
        if self._requests[episode_id].state != "approved":
            raise NotReady(f"{episode_id} is not approved")
        self.schedule.reserve(episode_id, moment)
        episode = replace(self._episodes[episode_id].to("scheduled"), publish_at=moment)
        return self._kept(episode, person, "schedule", moment=moment)

    def publish_due(self):
        due = self.schedule.due()
        for episode_id in due:
            self._kept(self._episodes[episode_id].to("published"), "clock", "publish")
            self.schedule.release(episode_id)
        return due

    def episodes(self):
        return list(self._episodes.values())

    def _allowed(self, token, permission):
        claims = self._tokens.verify(token)
        require(permission, claims["roles"])
        return claims["sub"]

    def _kept(self, episode, person, action, **details):
        self._episodes[episode.id] = episode
        self.log.append(self._clock(), person, action, episode=episode.id, **details)
        return episode
