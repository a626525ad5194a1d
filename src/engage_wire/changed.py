"""What a write or a pull touched, so that every view knows whether to look again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Changed:
    """The entities and the buckets (`f:<family>` and so on) that are no longer what they were."""

    entities: frozenset[str] = frozenset()
    buckets: frozenset[str] = frozenset()

    @classmethod
    def of(cls, bucket: str, *entities: str) -> Changed:
        """Return the change of some entities in one bucket."""
        return cls(frozenset(entities), frozenset({bucket}))

    def __or__(self, other: Changed) -> Changed:
        """Return both changes as one."""
        return Changed(self.entities | other.entities, self.buckets | other.buckets)

    def touches(self, *entities: str) -> bool:
        """Say whether any of `entities` changed."""
        return not self.entities.isdisjoint(entities)

    def __bool__(self) -> bool:
        """Say whether anything changed at all."""
        return bool(self.entities)
