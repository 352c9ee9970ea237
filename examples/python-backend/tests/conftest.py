import pytest

from podcast.episodes.episode import Episode


class Clock:
    """Stands still until it is moved."""

    def __init__(self, now):
        self.now = now

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock(1_700_000_000)


@pytest.fixture
def episode():
    return Episode("ep-1", "The first one", "ana", minutes=30)
