"""The people of a family as the worker sees them, and the rules about writing them down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from engage_domain.typed_dates import age_on

CHILD_ROLES = frozenset({"child", "sibling"})
PARENT_ROLES = ("mother", "father", "legal_guardian", "caretaker")
ACP = "substitute_acp"
ACTUAL = "actual"
UNSAFE = "unsafe"
DV_PROTECTED = "dv_protected"
ROLE_ORDER = (
    "child", "mother", "father", "legal_guardian", "caretaker", "sibling", "paramour", "kin", "fictive_kin",
    "foster_parent", "other", "",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PersonCard:
    """One person of a family, with the role held now; `age` counts to the day of looking."""

    person_id: str
    member_id: str
    first_name: str
    last_name: str
    preferred_name: str
    role: str
    age: int | None
    birth_date: date | None
    birth_estimated: bool
    sex: str
    gender: str
    languages: tuple[str, ...]
    reads_languages: tuple[str, ...]
    interpreter_need: str
    accommodation: str
    whereabouts: str
    whereabouts_note: str
    from_on: date | None
    to_on: date | None
    deceased_on: date | None
    is_deceased: bool = False
    kind: str = "person"
    twin_group: str = ""
    is_identical_twin: bool = False

    @property
    def short_name(self) -> str:
        """The name people say."""
        return self.preferred_name or self.first_name or self.last_name

    @property
    def full_name(self) -> str:
        """The name with the family name."""
        given = self.preferred_name or self.first_name
        return " ".join(part for part in (given, self.last_name) if part)

    @property
    def is_child(self) -> bool:
        """Whether the visits of each month are counted for this person."""
        return self.role == "child"

    @property
    def is_parent(self) -> bool:
        """Whether this is a parent or stands in for one."""
        return self.role in PARENT_ROLES


@dataclass(frozen=True, slots=True)
class Tie:
    """How another person of the family stands to this one; unsafe ties are never among these."""

    relationship_id: str
    other_id: str
    other_name: str
    type: str
    quality: str
    from_on: date | None
    to_on: date | None
    is_from_a: bool


@dataclass(frozen=True, slots=True)
class Home:
    """A household somebody lives in, or lived in."""

    member_id: str
    household_id: str
    name: str
    with_names: tuple[str, ...]
    from_on: date | None
    to_on: date | None


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a child was placed, from when to when."""

    placement_id: str
    kind: str
    with_whom: str
    from_on: date | None
    to_on: date | None


@dataclass(frozen=True, slots=True)
class SafeContact:
    """What is safe when reaching somebody; a question nobody asked yet is None, never a yes or no."""

    voicemail_ok: bool | None = None
    text_ok: bool | None = None
    mail_ok: bool | None = None
    times: str = ""

    @property
    def is_unasked(self) -> bool:
        """Whether nothing was asked at all."""
        return self == SafeContact()


@dataclass(frozen=True, slots=True)
class Reach:
    """A way to reach somebody. A withheld value is not read out of the store at all."""

    point_id: str
    kind: str
    value: str
    confidentiality: str
    safe: SafeContact
    verified_on: date | None

    @property
    def is_masked(self) -> bool:
        """Whether the value is kept from this screen."""
        return self.confidentiality == "withheld"


@dataclass(frozen=True, slots=True)
class PersonFile:
    """Everything about one person that may be seen on a general screen."""

    card: PersonCard
    ties: tuple[Tie, ...]
    homes: tuple[Home, ...]
    placements: tuple[Placed, ...]
    points: tuple[Reach, ...]
    has_protected: bool
    drafts: tuple[tuple[str, str], ...] = ()  # columns in which somebody was still typing


@dataclass(frozen=True, slots=True)
class Household:
    """A household of the family, for choosing."""

    household_id: str
    name: str


@dataclass(frozen=True, slots=True)
class People:
    """The people of a family, those nearest to the children first, and whether something is kept under Safety."""

    everybody: tuple[PersonCard, ...]
    households: tuple[Household, ...]
    has_protected: bool

    @property
    def cards(self) -> tuple[PersonCard, ...]:
        """Those who were born: people one meets, asks and names. A child awaited or lost is among everybody."""
        return tuple(card for card in self.everybody if card.kind == "person")


def is_protected(labels: tuple[str, ...], hide_from: tuple[str, ...] = ()) -> bool:
    """Say whether a row belongs under Safety and not on a general screen."""
    return bool(labels) or bool(hide_from)


def labels_of_quality(quality: str, labels: tuple[str, ...]) -> tuple[str, ...]:
    """Return the labels of a tie of some quality: an unsafe one is protected from the moment it is written."""
    return tuple(sorted({*labels, DV_PROTECTED})) if quality == UNSAFE else labels


def may_store_address(confidentiality: str, others: tuple[str, ...]) -> bool:
    """Say whether an address may stand beside the others (I-21): with a substitute address no actual one exists."""
    if confidentiality == ACTUAL:
        return ACP not in others
    return confidentiality != ACP or ACTUAL not in others


def in_order(cards: list[PersonCard]) -> tuple[PersonCard, ...]:
    """Return people by role, the eldest first within one, those without an age last."""
    return tuple(
        sorted(
            cards,
            key=lambda c: (
                c.to_on is not None,
                ROLE_ORDER.index(c.role) if c.role in ROLE_ORDER else len(ROLE_ORDER),
                c.age is None,
                -(c.age or 0),
                c.short_name.casefold(),
            ),
        )
    )


def age_of(birth: date | None, deceased: date | None, today: date) -> int | None:
    """Return somebody's age in years, the age reached if the person has died, None when nobody knows."""
    return None if birth is None else age_on(birth, deceased or today)
