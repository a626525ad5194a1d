"""What a write or a pull touched, so that every view knows whether to look again."""

from __future__ import annotations

from dataclasses import dataclass

EVERYWHERE = "*"
"""Stands for all entities, or all buckets, as after a rebuild."""


@dataclass(frozen=True, slots=True)
class Changed:
    """The entities and the buckets (`f:<family>` and so on) that are no longer what they were."""

    entities: frozenset[str] = frozenset()
    buckets: frozenset[str] = frozenset()

    @classmethod
    def of(cls, bucket: str, *entities: str) -> Changed:
        """Return the change of some entities in one bucket."""
        return cls(frozenset(entities), frozenset({bucket}))

    @classmethod
    def everything(cls) -> Changed:
        """Return the change after which everybody must look again."""
        return cls(frozenset({EVERYWHERE}), frozenset({EVERYWHERE}))

    def merge(self, *others: Changed) -> Changed:
        """Return this change and others as one."""
        whole = self
        for other in others:
            whole |= other
        return whole

    def __or__(self, other: Changed) -> Changed:
        """Return both changes as one."""
        return Changed(self.entities | other.entities, self.buckets | other.buckets)

    def touches(self, *entities: str) -> bool:
        """Say whether any of `entities` changed."""
        return EVERYWHERE in self.entities or not self.entities.isdisjoint(entities)

    def concerns(self, interest: frozenset[str], buckets: frozenset[str] = frozenset()) -> bool:
        """Say whether somebody who shows `interest` of `buckets` must look again; empty means any."""
        kind = not interest or self.touches(*interest)
        near = not buckets or not self.buckets or EVERYWHERE in self.buckets or bool(self.buckets & buckets)
        return bool(self) and kind and near

    def __bool__(self) -> bool:
        """Say whether anything changed at all."""
        return bool(self.entities)
