"""What can be done with papers; each is one service."""

from __future__ import annotations

from dataclasses import dataclass

from engage_desktop.services.drafts import DiscardDraft, KeepDraft, SettleDraft
from engage_desktop.services.papers import (
    EditPaper,
    InkBegunOf,
    KeepInkBegun,
    KeepInkPage,
    KeepPaper,
    OpenPaper,
    PaperOf,
    PapersOf,
    SaveCopy,
    TakeIn,
    Thumbs,
    WantPaper,
)
from engage_desktop.services.people import BringBack, Remove


@dataclass(frozen=True, slots=True)
class PaperServices:
    """The services of papers."""

    papers: PapersOf
    paper: PaperOf
    thumbs: Thumbs
    open: OpenPaper
    want: WantPaper
    save_copy: SaveCopy
    take_in: TakeIn
    keep: KeepPaper
    edit: EditPaper
    ink_begun: InkBegunOf
    keep_ink_begun: KeepInkBegun
    keep_ink: KeepInkPage
    remove: Remove
    bring_back: BringBack
    keep_draft: KeepDraft
    discard_draft: DiscardDraft
    settle_draft: SettleDraft
