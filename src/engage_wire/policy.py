"""An agency's policy: code tables, month counting rules and limits, as data the agency can replace.

Policy is three TOML files. The agency's row carries them as one JSON text, so that every laptop has the same.
"""

from __future__ import annotations

import json
import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from engage_wire.codec import canonical
from engage_wire.registry import Kind, Registry

FILES = ("codes.toml", "counting.toml", "policy.toml")
Table = dict[str, Any]
CODE = re.compile(r"[a-z][a-z0-9_]{0,47}")


class PolicyFault(ValueError):
    """A policy file cannot be used; the text says which and why, in one sentence."""


class Folder(Protocol):
    """Where policy files stand: a directory, or the package's own resources."""

    def joinpath(self, child: str, /) -> Folder:
        """Return what stands below."""
        ...

    def read_bytes(self) -> bytes:
        """Return a file's bytes."""
        ...


@dataclass(frozen=True, slots=True)
class Code:
    """One code of a table, with its names in other systems."""

    code: str
    local_code: str = ""
    afcars_code: str = ""
    niem_term: str = ""
    aliases: tuple[str, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    retired: bool = False


@dataclass(frozen=True, slots=True)
class CodeTable:
    """One vocabulary. `is_open` says whether an agency may add codes of its own."""

    name: str
    is_open: bool
    codes: tuple[Code, ...]

    def __contains__(self, code: object) -> bool:
        """Say whether there is such a code."""
        return any(known.code == code for known in self.codes)

    def __getitem__(self, code: str) -> Code:
        """Return one code; KeyError when there is none."""
        for known in self.codes:
            if known.code == code:
                return known
        raise KeyError(code)

    @property
    def offered(self) -> tuple[str, ...]:
        """Return the codes a person may choose today, in the agency's order."""
        return tuple(known.code for known in self.codes if not known.retired)

    def read(self, spelling: str) -> str | None:
        """Return the code meant by a spelling, an alias or the agency's own code; None when it means nothing."""
        wanted = plain(spelling)
        for known in self.codes:
            if wanted in {known.code, plain(known.local_code), *map(plain, known.aliases)} - {""}:
                return known.code
        return None


@dataclass(frozen=True, slots=True)
class Counting:
    """How a month's visits are counted (`domain.md` 5.1), as versioned data."""

    version: str
    methods: frozenset[str]
    presence: frozenset[str]
    roles: frozenset[str]
    child_roles: frozenset[str]
    attempted_counts: bool
    residence_locations: frozenset[str]
    own_home_locations: frozenset[str]
    relative_locations: frozenset[str]
    own_home_placements: frozenset[str]
    relative_placements: frozenset[str]
    full_month_only: bool
    under_age: int
    missing_children_count: bool
    year_starts: int
    seen_percent: int
    residence_percent: int
    points: tuple[tuple[int, int], ...]

    def in_residence(self, location: str | None, placement: str | None) -> bool:
        """Say whether a visit at `location` was where the child lives, given the placement in force."""
        if location in self.residence_locations:
            return True
        if placement is None or placement in self.own_home_placements:
            return location in self.own_home_locations
        return placement in self.relative_placements and location in self.relative_locations


@dataclass(frozen=True, slots=True)
class Policy:
    """Everything an agency decides for its laptops."""

    version: str
    name: str
    jurisdiction: str
    tables: Mapping[str, CodeTable]
    counting: Counting
    limits: Mapping[str, Mapping[str, int | bool | str]]

    def limit(self, section: str, name: str) -> int | bool | str:
        """Return one number or choice, such as `limit("work", "grace_days")`; KeyError when there is none."""
        return self.limits[section][name]


def plain(spelling: str) -> str:
    """Return a spelling as codes are compared: lower case, words joined by underscores."""
    text = unicodedata.normalize("NFC", spelling).strip().lower().replace("’", "").replace("'", "")
    return re.sub(r"[\s\-/.]+", "_", text).strip("_")


def read_folder(folder: Folder) -> Policy:
    """Read the three files of a folder; PolicyFault when one is missing or wrong."""
    texts: dict[str, bytes] = {}
    for name in FILES:
        try:
            texts[name] = folder.joinpath(name).read_bytes()
        except OSError:
            raise PolicyFault(f"{name} is missing or cannot be read.") from None
    return read_files(texts)


def read_files(texts: Mapping[str, bytes]) -> Policy:
    """Read the three files from their bytes."""
    return read_document(json.dumps({name: _toml(name, texts[name]) for name in FILES}, default=str))


def document(policy_files: Mapping[str, bytes]) -> str:
    """Return the text an agency row carries in `policy`; PolicyFault when the files are wrong."""
    read_files(policy_files)
    return canonical({name: _toml(name, policy_files[name]) for name in FILES}).decode()


def read_document(text: str) -> Policy:
    """Read what `document` wrote."""
    try:
        files = json.loads(text)
        tables = {name: _table(name, body) for name, body in files["codes.toml"].items()}
        head = files["policy.toml"]
        return Policy(
            version=_text(head, "version"),
            name=_text(head, "name"),
            jurisdiction=str(head.get("jurisdiction", "")),
            tables=tables,
            counting=_counting(files["counting.toml"], tables),
            limits={name: part for name, part in head.items() if isinstance(part, dict)},
        )
    except json.JSONDecodeError:
        raise PolicyFault("The stored policy cannot be read.") from None
    except (KeyError, TypeError, AttributeError) as error:
        raise PolicyFault(f"The policy lacks or misspells {error}.") from None


def check_against(policy: Policy, built_in: Policy, registry: Registry) -> None:
    """Refuse a policy the program could not work with: a table missing, or a closed one changed."""
    for name in sorted(vocabularies(registry)):
        if name not in policy.tables:
            raise PolicyFault(f"codes.toml has no table [{name}].")
        base, table = built_in.tables[name], policy.tables[name]
        lost = sorted({c.code for c in base.codes} - {c.code for c in table.codes})
        new = sorted({c.code for c in table.codes} - {c.code for c in base.codes})
        if lost:
            raise PolicyFault(
                f"[{name}] lacks {', '.join(lost)}; codes in use are retired with retired = true, not removed."
            )
        if new and not base.is_open:
            raise PolicyFault(
                f"[{name}] cannot take {', '.join(new)}; the program's rules depend on this table."
            )


def vocabularies(registry: Registry) -> frozenset[str]:
    """Return the names of all tables the records use."""
    kinds = {Kind.CODE, Kind.CODES}
    fields = (f for entity in registry.entities for f in entity.fields)
    return frozenset(f.vocabulary for f in fields if f.kind in kinds and f.vocabulary)


def _toml(name: str, raw: bytes) -> Table:
    try:
        return tomllib.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise PolicyFault(f"{name} is not UTF-8 text.") from None
    except tomllib.TOMLDecodeError as error:
        raise PolicyFault(f"{name}: {error}.") from None


def _text(table: Table, name: str) -> str:
    value = table[name]
    if not isinstance(value, str) or not value.strip():
        raise PolicyFault(f"policy.toml: {name} is empty.")
    return value


def _table(name: str, body: Table) -> CodeTable:
    codes = tuple(_code(name, entry) for entry in body["codes"])
    seen: set[str] = set()
    for code in codes:
        if code.code in seen:
            raise PolicyFault(f"[{name}] names {code.code} twice.")
        seen.add(code.code)
    if not codes:
        raise PolicyFault(f"[{name}] has no codes.")
    return CodeTable(name, bool(body.get("open", False)), codes)


def _code(table: str, entry: Table) -> Code:
    code = entry["code"]
    if not isinstance(code, str) or not CODE.fullmatch(code):
        raise PolicyFault(
            f"[{table}] has the code {code!r}; codes are small letters, digits and underscores, at most 48."
        )
    return Code(
        code,
        str(entry.get("local_code", "")),
        str(entry.get("afcars_code", "")),
        str(entry.get("niem_term", "")),
        tuple(map(str, entry.get("aliases", ()))),
        {str(k): str(v) for k, v in entry.get("words", {}).items()},
        bool(entry.get("retired", False)),
    )


def _counting(rules: Table, tables: Mapping[str, CodeTable]) -> Counting:
    visit, home, month, target = (rules[part] for part in ("visit", "residence", "month", "target"))

    def some(part: Table, name: str, table: str) -> frozenset[str]:
        codes = frozenset(part[name])
        unknown = sorted(code for code in codes if code not in tables[table])
        if unknown:
            raise PolicyFault(f"counting.toml: {name} names {', '.join(unknown)}, which [{table}] lacks.")
        return codes

    return Counting(
        version=str(rules["version"]),
        methods=some(visit, "methods", "contact_method"),
        presence=some(visit, "presence", "presence"),
        roles=some(visit, "roles", "user_role"),
        child_roles=some(visit, "child_roles", "member_role"),
        attempted_counts=bool(visit["attempted_counts"]),
        residence_locations=some(home, "locations", "contact_location"),
        own_home_locations=some(home, "own_home", "contact_location"),
        relative_locations=some(home, "relative", "contact_location"),
        own_home_placements=some(home, "own_home_placements", "placement_kind"),
        relative_placements=some(home, "relative_placements", "placement_kind"),
        full_month_only=bool(month["full_month_only"]),
        under_age=int(month["under_age"]),
        missing_children_count=bool(month["missing_children_count"]),
        year_starts=int(month["year_starts"]),
        seen_percent=int(target["seen_percent"]),
        residence_percent=int(target["residence_percent"]),
        points=tuple((int(step["below"]), int(step["points"])) for step in target["points"]),
    )
