from dataclasses import replace

import pytest

from podcast.episodes.episode import Track
from podcast.governance.policies import may_go_out, review


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"title": "  "}, "the title is empty"),
        ({"title": "x" * 121}, "the title has 121 characters, at most 120 are shown"),
        ({"minutes": 0}, "the episode has no length"),
        ({"music": (Track("Intro"),)}, "Intro has no licence"),
        ({"explicit": True}, "an explicit episode is not tagged as one"),
    ],
)
def test_what_blocks(episode, changes, message):
    changed = replace(episode, **changes)
    assert [finding.message for finding in review(changed)] == [message]
    assert not may_go_out(changed)


@pytest.mark.parametrize(
    "changes",
    [{"title": "LOUD"}, {"minutes": 241}, {"music": (Track("Intro", "Fair use"),)}],
)
def test_what_is_only_said(episode, changes):
    changed = replace(episode, **changes)
    assert [finding.blocking for finding in review(changed)] == [False]
    assert may_go_out(changed)


def test_what_blocks_is_said_first(episode):
    changed = replace(episode, title="LOUD", minutes=0)
    assert [finding.policy for finding in review(changed)] == ["length", "title"]


def test_a_tagged_explicit_episode_is_fine(episode):
    assert review(replace(episode, explicit=True).tagged("Explicit ")) == []
