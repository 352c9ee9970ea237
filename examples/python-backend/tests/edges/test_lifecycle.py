import pytest

from podcast.episodes.episode import LifecycleError


def test_no_step_is_left_out(episode):
    with pytest.raises(LifecycleError, match="ep-1 is draft: it can become in-review, not published"):
        episode.to("published")


def test_what_is_withdrawn_stays_so(episode):
    gone = episode.to("in-review").to("scheduled").to("published").to("withdrawn")
    with pytest.raises(LifecycleError, match="it can become nothing, not draft"):
        gone.to("draft")


def test_only_a_draft_is_edited(episode):
    assert episode.edited(title="Another", minutes=31).title == "Another"
    with pytest.raises(LifecycleError, match="only a draft"):
        episode.to("in-review").edited(title="Another")
    with pytest.raises(TypeError, match="author, state"):
        episode.edited(state="published", author="eve")
