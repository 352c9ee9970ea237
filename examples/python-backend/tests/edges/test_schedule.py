import pytest

from podcast.episodes.schedule import HOUR, Schedule, ScheduleError


def test_episodes_keep_an_hour_between_them(clock):
    schedule = Schedule(clock)
    schedule.reserve("ep-1", clock.now + HOUR)
    with pytest.raises(ScheduleError, match="ep-1 goes out within an hour"):
        schedule.reserve("ep-2", clock.now + HOUR + 1)
    schedule.reserve("ep-2", clock.now + 2 * HOUR)
    assert schedule.next_free() == clock.now + 3 * HOUR
    assert schedule.next_free(clock.now + 5 * HOUR) == clock.now + 5 * HOUR


def test_the_past_is_not_free(clock):
    with pytest.raises(ScheduleError, match="has passed"):
        Schedule(clock).reserve("ep-1", clock.now)


def test_what_is_due_comes_in_its_order(clock):
    schedule = Schedule(clock)
    schedule.reserve("ep-2", clock.now + 2 * HOUR)
    schedule.reserve("ep-1", clock.now + HOUR)
    clock.now += 3 * HOUR
    assert schedule.due() == ["ep-1", "ep-2"]
    assert schedule.release("ep-1") == clock.now - 2 * HOUR
    assert schedule.due() == ["ep-2"]
