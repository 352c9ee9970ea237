"""Policies: what an episode has to meet before it may go out."""

from dataclasses import dataclass, field

MAX_TITLE = 120
MIN_MINUTES = 1
MAX_MINUTES = 240


@dataclass(frozen=True)
class Finding:
    """One thing that a policy objects to. `blocking` ones keep an episode from going out."""

    policy: str
    message: str
    blocking: bool = True


@dataclass(frozen=True)
class Policy:
    name: str
    check: object = field(repr=False)

    def findings(self, episode):
        return [Finding(self.name, message, blocking) for message, blocking in self.check(episode)]


def check_title(episode):
    title = episode.title.strip()
    if not title:
        yield "the title is empty", True
    elif len(title) > MAX_TITLE:
        yield f"the title has {len(title)} characters, at most {MAX_TITLE} are shown", True
    elif title.isupper():
        yield "the title is in capitals", False


def check_length(episode):
    if episode.minutes < MIN_MINUTES:
        yield "the episode has no length", True
    elif episode.minutes > MAX_MINUTES:
        yield f"the episode is longer than {MAX_MINUTES} minutes", False


def check_rights(episode):
    for track in episode.music:
        if track.licence is None:
            yield f"{track.name} has no licence", True
        elif track.licence.lower() == "fair use":
            yield f"{track.name} is used as fair use", False


def check_explicit(episode):
    if episode.explicit and "explicit" not in episode.tags:
        yield "an explicit episode is not tagged as one", True


DEFAULT_POLICIES = (
    Policy("title", check_title),
    Policy("length", check_length),
    Policy("rights", check_rights),
    Policy("explicit", check_explicit),
)


def review(episode, policies=DEFAULT_POLICIES):
    """All findings, the blocking ones first."""
    found = [finding for policy in policies for finding in policy.findings(episode)]
    return sorted(found, key=lambda finding: not finding.blocking)


def may_go_out(episode, policies=DEFAULT_POLICIES):
    return not any(finding.blocking for finding in review(episode, policies))
