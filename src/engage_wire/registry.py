"""The entity registry: every synced entity and field is declared once, and everything else is built from it.

Tables, triggers, op codecs, merge, import columns and disclosure on both sides read this. Adding a field is one
line in `entities.py`, one migration on each side, and the place that shows it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

SCHEMA = 1
Value = str | int | None
Doc = dict[str, Value]


class Kind(StrEnum):
    """How a column's values look; all are text or integers, so both databases and JSON agree."""

    TEXT = "text"
    LONG = "long"  # a narrative
    CODE = "code"  # one code of the field's vocabulary
    CODES = "codes"  # canonical JSON list of codes or ids, sorted
    JSON = "json"  # canonical JSON text
    INT = "int"
    BOOL = "bool"  # 0 or 1
    DATE = "date"  # 2026-11-21
    INSTANT = "instant"  # 2026-11-21T14:03:11.250Z
    ID = "id"  # 32 hex digits

    @property
    def is_integer(self) -> bool:
        """Say whether the column holds integers."""
        return self in {Kind.INT, Kind.BOOL}


class Policy(StrEnum):
    """What happens to concurrent changes of one field group (`engage_wire.merge`)."""

    LWW = "lww"
    MANUAL = "manual"
    TEXT3 = "text3"
    SET = "set"
    GROW = "grow"
    ONCE = "once"
    QUIET = "quiet"
    SERVER = "server"


class Label(StrEnum):
    """Who a fact is for. A field without a label is for the worker alone."""

    ROUTINE = "routine"
    DV_PROTECTED = "dv_protected"
    ADDRESS_CONFIDENTIAL = "address_confidential"
    REPORTER_IDENTITY = "reporter_identity"
    SUD_PART2 = "sud_part2"
    HEALTH = "health"
    MENTAL_HEALTH = "mental_health"
    HIV = "hiv"
    EDUCATION = "education"
    ADOPTION_SEALED = "adoption_sealed"
    LEGAL_PRIVILEGED = "legal_privileged"
    SEALED_REPORT = "sealed_report"
    CHILD_PRIVATE_WORDS = "child_private_words"


class Home(StrEnum):
    """Which bucket a row lives in: its family's, one user's, or the agency's."""

    FAMILY = "f"
    USER = "u"
    AGENCY = "a"


@dataclass(frozen=True, slots=True)
class Field:
    """One column of one entity, as both sides know it."""

    name: str
    kind: Kind = Kind.TEXT
    policy: Policy = Policy.LWW
    label: Label | None = None
    group: str = ""
    vocabulary: str = ""
    ref: str = ""
    required: bool = False
    added_in: int = 1

    @property
    def merge_group(self) -> str:
        """Return the group this field merges in: fields that mean nothing apart share one."""
        return self.group or self.name


@dataclass(frozen=True, slots=True)
class Lock:
    """When a row becomes fixed: once `field` holds `value`, with the rows of `children` that name it in `key`.

    `seal` is the field that carries the hash of the text the writer saw (`body`'s fields); a different text at
    the server parks the lock instead of fixing words nobody read.
    """

    field: str
    value: str
    children: tuple[str, ...]
    key: str
    seal: str
    body: str


@dataclass(frozen=True, slots=True)
class Entity:
    """One kind of row that travels."""

    name: str
    home: Home
    fields: tuple[Field, ...]
    lock: Lock | None = None
    locked_by: tuple[str, str] | None = None  # (entity, the field here that names it)
    from_server: bool = False
    added_in: int = 1
    columns: tuple[str, ...] = field(init=False, repr=False, compare=False)  # in order; `id` is apart
    _by_name: dict[str, Field] = field(init=False, repr=False, compare=False)
    _groups: dict[str, tuple[Field, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Work out once what merging asks for with every operation."""
        groups: dict[str, tuple[Field, ...]] = {}
        for each in self.fields:
            groups[each.merge_group] = (*groups.get(each.merge_group, ()), each)
        object.__setattr__(self, "columns", tuple(each.name for each in self.fields))
        object.__setattr__(self, "_by_name", {each.name: each for each in self.fields})
        object.__setattr__(self, "_groups", groups)

    def field(self, name: str) -> Field:
        """Return the field called `name`; KeyError when there is none."""
        return self._by_name[name]

    def knows(self, name: str) -> bool:
        """Say whether there is a field called `name`."""
        return name in self._by_name

    def groups(self) -> Mapping[str, tuple[Field, ...]]:
        """Return the fields of each merge group."""
        return self._groups

    def bucket(self, row_id: str, doc: Mapping[str, Value], agency: str) -> str:
        """Return the bucket a row lives in, such as `f:<family>`."""
        if self.home is Home.AGENCY:
            return f"a:{agency}"
        if self.home is Home.USER:
            return f"u:{doc['user_id']}"
        return f"f:{row_id if self.name == 'family' else doc['family_id']}"


@dataclass(frozen=True, slots=True)
class Registry:
    """All entities of a schema, parents before children."""

    entities: tuple[Entity, ...]
    _by_name: dict[str, Entity] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Work out once what is asked for by name."""
        object.__setattr__(self, "_by_name", {entity.name: entity for entity in self.entities})

    def __getitem__(self, name: str) -> Entity:
        """Return the entity called `name`; KeyError when there is none."""
        return self._by_name[name]

    def __contains__(self, name: object) -> bool:
        """Say whether there is such an entity."""
        return name in self._by_name

    def of_home(self, home: Home) -> Iterable[Entity]:
        """Yield the entities that live in one kind of bucket."""
        return (entity for entity in self.entities if entity.home is home)
