import pytest

from podcast.episodes.schedule import HOUR
from podcast.security.roles import Forbidden
from podcast.security.tokens import TokenService
from podcast.service import NotReady, PublishingService


@pytest.fixture
def tokens(clock):
    return TokenService(b"a secret of enough bytes", clock, lifetime=10 * HOUR)


@pytest.fixture
def service(tokens, clock):
    return PublishingService(tokens, clock)


def test_an_episode_goes_from_draft_to_listeners(service, tokens, clock):
    ana, ben = tokens.issue("ana", ["author"]), tokens.issue("ben", ["editor"])
    service.create(ana, "ep-1", "The first one", minutes=30)
    service.request_approval(ana, "ep-1")
    with pytest.raises(NotReady, match="not approved"):
        service.plan(ben, "ep-1", clock.now + HOUR)
    assert service.vote(ben, "ep-1", True) == "approved"
    service.plan(ben, "ep-1", clock.now + HOUR)
    assert service.publish_due() == []
    clock.now += HOUR
    assert service.publish_due() == ["ep-1"]
    assert [episode.state for episode in service.episodes()] == ["published"]
    assert [entry["actor"] for entry in service.log.entries] == ["ana", "ana", "ben", "clock"]
    assert service.log.first_broken() is None


def test_a_rejected_episode_is_a_draft_again(service, tokens):
    ana, ben = tokens.issue("ana", ["author"]), tokens.issue("ben", ["editor"])
    service.create(ana, "ep-1", "The first one", minutes=30)
    service.request_approval(ana, "ep-1")
    assert service.vote(ben, "ep-1", False, "too loud") == "rejected"
    assert service.episodes()[0].state == "draft"


def test_what_a_policy_blocks_is_not_reviewed(service, tokens):
    ana = tokens.issue("ana", ["author"])
    service.create(ana, "ep-1", "")
    with pytest.raises(NotReady, match="the title is empty; the episode has no length"):
        service.request_approval(ana, "ep-1")


def test_a_listener_creates_nothing(service, tokens):
    with pytest.raises(Forbidden):
        service.create(tokens.issue("cy", ["listener"]), "ep-1", "Mine")
