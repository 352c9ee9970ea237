"""An episode and its life: draft, in review, scheduled, out, withdrawn."""

from dataclasses import dataclass, field, replace

NEXT = {
    "draft": {"in-review"},
    "in-review": {"draft", "scheduled"},
    "scheduled": {"draft", "published"},
    "published": {"withdrawn"},
    "withdrawn": set(),
}


class LifecycleError(Exception):
    """An episode cannot go from where it is to where it was sent."""


@dataclass(frozen=True)
class Track:
    name: str
    licence: str = None


@dataclass(frozen=True)
class Episode:
    id: str
    title: str
    author: str
    minutes: int = 0
    state: str = "draft"
    explicit: bool = False
    tags: frozenset = frozenset()
    music: tuple = ()
    publish_at: int = None
    history: tuple = field(default=(), compare=False)

    def to(self, state):
        if state not in NEXT[self.state]:
            allowed = ", ".join(sorted(NEXT[self.state])) or "nothing"
            raise LifecycleError(f"{self.id} is {self.state}: it can become {allowed}, not {state}")
        return replace(self, state=state, history=(*self.history, self.state))

    def edited(self, **changes):
        if self.state != "draft":
            raise LifecycleError(f"{self.id} is {self.state}: only a draft is edited")
        unknown = set(changes) - {"title", "minutes", "explicit", "tags", "music"}
        if unknown:
            raise TypeError(f"an edit does not change {', '.join(sorted(unknown))}")
        return replace(self, **changes)

    def tagged(self, *tags):
        return replace(self, tags=self.tags | {tag.strip().lower() for tag in tags if tag.strip()})
