"""When episodes go out: one an hour at most, and never in the past. Moments are whole seconds since the epoch."""

HOUR = 3600


class ScheduleError(Exception):
    """The moment is not free."""


class Schedule:
    def __init__(self, clock):
        self._clock = clock
        self._moments = {}

    def reserve(self, episode_id, moment):
        if moment <= self._clock():
            raise ScheduleError("the moment has passed")
        for other, taken in self._moments.items():
            if other != episode_id and abs(taken - moment) < HOUR:
                raise ScheduleError(f"{other} goes out within an hour of it")
        self._moments[episode_id] = moment

    def next_free(self, after=None):
        moment = max(self._clock() + 1, after or 0)
        for taken in sorted(self._moments.values()):
            if abs(taken - moment) < HOUR:
                moment = taken + HOUR
        return moment

    def due(self):
        now = self._clock()
        return sorted((episode for episode, moment in self._moments.items() if moment <= now), key=self._moments.get)

    def release(self, episode_id):
        return self._moments.pop(episode_id, None)
