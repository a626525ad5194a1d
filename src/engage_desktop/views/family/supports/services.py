"""Everything that can be done in the Supports part."""

from __future__ import annotations

from dataclasses import dataclass

from engage_desktop.services.drafts import SettleDraft
from engage_desktop.services.supports import (
    AddSupport,
    EditSupport,
    PlaceSupports,
    SupportsOf,
)


@dataclass(frozen=True, slots=True)
class SupportServices:
    """The verbs of the Supports part."""

    all: SupportsOf
    add: AddSupport
    edit: EditSupport
    place: PlaceSupports
    settle: SettleDraft
