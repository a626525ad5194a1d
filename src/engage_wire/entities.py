"""The records of version 1, from `domain.md` §9 as amended: fields, vocabularies, merge policies, labels.

A field without a label is shown to the worker alone. `manual` fields are those where nobody may win by the clock:
identifiers, legal status, placement, addresses, safe contact.
"""

from __future__ import annotations

from engage_wire.registry import Entity, Field, Home, Kind, Label, Lock, Policy, Registry

R = Label.ROUTINE
T = Kind.TEXT
LONG, CODE, CODES, JSON, INT, BOOL = Kind.LONG, Kind.CODE, Kind.CODES, Kind.JSON, Kind.INT, Kind.BOOL
DATE, INSTANT, ID = Kind.DATE, Kind.INSTANT, Kind.ID
LWW, MANUAL, TEXT3, SET, GROW, ONCE = (
    Policy.LWW,
    Policy.MANUAL,
    Policy.TEXT3,
    Policy.SET,
    Policy.GROW,
    Policy.ONCE,
)
SERVER = Policy.SERVER

COMMON = (
    Field("created_by", ID, ONCE),
    Field("created_at", INSTANT, ONCE),
    Field("deleted_at", INSTANT, LWW, group="void"),
    Field("void_reason", T, LWW, group="void"),
    Field("labels", CODES, GROW, vocabulary="label"),
    Field("hide_from", CODES, GROW),
)
FAMILY_KEY = Field("family_id", ID, ONCE, ref="family", required=True)


def _family(
    name: str, *fields: Field, lock: Lock | None = None, locked_by: tuple[str, str] | None = None
) -> Entity:
    return Entity(name, Home.FAMILY, (FAMILY_KEY, *fields, *COMMON), lock, locked_by)


def _code(
    name: str, vocabulary: str, policy: Policy = LWW, label: Label | None = R, group: str = ""
) -> Field:
    return Field(name, CODE, policy, label, group, vocabulary)


def _codes(name: str, vocabulary: str, label: Label | None = R) -> Field:
    return Field(name, CODES, SET, label, vocabulary=vocabulary)


def _ref(name: str, entity: str, policy: Policy = LWW, *, required: bool = False) -> Field:
    return Field(name, ID, policy, R, ref=entity, required=required)


AGENCY = Entity(
    "agency",
    Home.AGENCY,
    (Field("name", T, LWW, R), Field("time_zone", T, LWW, R), Field("policy", JSON), *COMMON),
)
TEAM = Entity("team", Home.AGENCY, (Field("name", T, LWW, R), *COMMON))
USER = Entity(
    "user",
    Home.AGENCY,
    (
        Field("login", T, MANUAL),
        Field("display_name", T, LWW, R),
        _code("role", "user_role", MANUAL),
        Field("team_id", ID, LWW, R),
        Field("active", BOOL, LWW, R),
        *COMMON,
    ),
)
FAMILY = Entity(
    "family",
    Home.FAMILY,
    (
        Field("name", T, MANUAL, R, required=True),
        _code("status", "family_status"),
        _code("home_language", "language"),
        Field("interpreter_need", T, LWW, R),
        *COMMON,
    ),
)
CASE = _family(
    "case_period",
    Field("case_no", T, MANUAL),
    _code("program", "program", MANUAL, None),
    Field("opened_on", DATE, MANUAL, group="period"),
    Field("closed_on", DATE, MANUAL, group="period"),
    _code("permanency_goal", "permanency_goal", MANUAL, None),
    Field("next_court_on", DATE, MANUAL),
)
PERSON = _family(
    "person",
    Field("first_name", T, MANUAL, R, "name"),
    Field("last_name", T, MANUAL, R, "name"),
    Field("preferred_name", T, LWW, R),
    Field("former_names", T, LWW),
    Field("birth_date", DATE, MANUAL, None, "birth"),
    Field("birth_estimated", BOOL, MANUAL, None, "birth"),
    _code("sex", "sex"),
    Field("gender", T, LWW, R),
    _codes("languages", "language"),
    _codes("reads_languages", "language"),
    Field("interpreter_need", T, LWW, R),
    _codes("race_ethnicity", "race_ethnicity", None),
    _code("tribe_status", "tribe_status", MANUAL, None),
    Field("accommodation", T, LWW, Label.HEALTH),
    Field("deceased_on", DATE, MANUAL, R),
)
CASE_MEMBER = _family(
    "case_member",
    _ref("person_id", "person", ONCE, required=True),
    _code("role", "member_role"),
    Field("from_on", DATE, LWW, R, "period"),
    Field("to_on", DATE, LWW, R, "period"),
    _code("whereabouts", "whereabouts", MANUAL, None),
    Field("whereabouts_note", T),
    Field("involvement", T),
    _code("na_reason", "na_reason", MANUAL, None, "na"),
    Field("na_evidence", T, MANUAL, None, "na"),
)
RELATIONSHIP = _family(
    "relationship",
    _ref("a_id", "person", ONCE, required=True),
    _ref("b_id", "person", ONCE, required=True),
    _code("type", "relationship_type"),
    Field("legal", BOOL, MANUAL, R),
    Field("from_on", DATE, LWW, R, "period"),
    Field("to_on", DATE, LWW, R, "period"),
    _code("quality", "relationship_quality", LWW, None),
)
CONTACT_POINT = _family(
    "contact_point",
    _ref("person_id", "person"),
    _code("kind", "contact_point_kind"),
    Field("value", T, MANUAL, Label.ADDRESS_CONFIDENTIAL),
    _code("confidentiality", "address_confidentiality", MANUAL, None),
    Field("safe_contact", JSON, MANUAL, Label.DV_PROTECTED),
    Field("verified_on", DATE),
)
HOUSEHOLD = _family(
    "household",
    Field("name", T, LWW, R),
    _ref("address_id", "contact_point"),
    Field("from_on", DATE),
    Field("to_on", DATE),
)
HOUSEHOLD_MEMBER = _family(
    "household_member",
    _ref("household_id", "household", ONCE, required=True),
    _ref("person_id", "person", ONCE, required=True),
    Field("from_on", DATE, LWW, R, "period"),
    Field("to_on", DATE, LWW, R, "period"),
)
PLACEMENT = _family(
    "placement",
    _ref("person_id", "person", ONCE, required=True),
    _code("kind", "placement_kind", MANUAL, R, "placement"),
    Field("with_whom", T, MANUAL, None, "placement"),
    _ref("household_id", "household", MANUAL),
    Field("from_on", DATE, MANUAL, R, "period"),
    Field("to_on", DATE, MANUAL, R, "period"),
)
APPOINTMENT = _family(
    "appointment",
    _code("kind", "appointment_kind"),
    Field("starts_at", INSTANT, LWW, R, "when"),
    Field("ends_at", INSTANT, LWW, R, "when"),
    Field("place", T),
    Field("purpose", T, LWW, R),
    Field("person_ids", CODES, SET, R),
    Field("user_id", ID, LWW, R),
    _code("status", "appointment_status"),
    Field("contact_id", ID, LWW, R),
)
CONTACT = _family(
    "contact",
    Field("event_start", INSTANT, LWW, R, "event"),
    Field("event_end", INSTANT, LWW, R, "event"),
    _code("method", "contact_method"),
    _codes("types", "contact_type"),
    _codes("purposes", "contact_purpose"),
    _code("location", "contact_location"),
    Field("location_note", T),
    Field("attempted", BOOL, LWW, R),
    _code("missed_reason", "missed_reason"),
    Field("missed_note", T),
    Field("focus_children", CODES, SET, R),
    _codes("topics", "topic"),
    _codes("elements", "element"),
    _codes("item13_cells", "item13_cell"),
    _code("contactor_role", "user_role"),
    Field("language", T, LWW, R),
    _code("status", "contact_status"),
    Field("author_id", ID, ONCE, R),
    Field("enterer_id", ID, ONCE, R),
    Field("entered_at", INSTANT, ONCE, R),
    Field("finalised_at", INSTANT, ONCE, R),
    Field("final_hash", T, ONCE),
    Field("occasion_id", ID, ONCE),
    Field("appointment_id", ID),
    lock=Lock(
        "status", "final", ("contact_body", "contact_participant"), "contact_id", "final_hash", "contact_body"
    ),
)
BODY_SECTIONS = ("family_said", "saw", "assessment", "safety_now", "agreed", "next_visit", "other")
CONTACT_BODY = _family(
    "contact_body",
    _ref("contact_id", "contact", ONCE, required=True),
    *(Field(section, LONG, TEXT3) for section in BODY_SECTIONS),
    locked_by=("contact", "contact_id"),
)
CONTACT_PARTICIPANT = _family(
    "contact_participant",
    _ref("contact_id", "contact", ONCE, required=True),
    _ref("person_id", "person", ONCE),
    Field("other_name", T),
    _code("presence", "presence"),
    _code("seen_alone", "seen_alone"),
    Field("seen_how", T),
    Field("arrived_at", INSTANT, LWW, R),
    Field("left_at", INSTANT, LWW, R),
    locked_by=("contact", "contact_id"),
)
MARK = _family(
    "mark",
    _ref("contact_id", "contact", ONCE, required=True),
    Field("at", INSTANT, ONCE, R),
    _code("kind", "mark_kind"),
    _ref("person_id", "person"),
    Field("speaker", T),
    Field("code", T, LWW, R),
    Field("text", LONG, TEXT3),
    Field("used_in", T),
)
ADDENDUM = _family(
    "addendum",
    _ref("contact_id", "contact", ONCE, required=True),
    Field("text", LONG, ONCE),
    Field("author_id", ID, ONCE, R),
    Field("written_at", INSTANT, ONCE, R),
)
ACTION_STEP = _family(
    "action_step",
    Field("goal_id", ID),
    Field("contact_id", ID),
    Field("what", T, TEXT3, R),
    _code("side", "step_side"),
    Field("who_person_id", ID, LWW, R, "who"),
    Field("who_user_id", ID, LWW, R, "who"),
    Field("by_when", DATE, LWW, R),
    Field("how_we_know", T, TEXT3, R),
    Field("plan_b", T, TEXT3, R),
    _code("status", "step_status"),
    Field("outcome_note", T, TEXT3),
    Field("closed_on", DATE, LWW, R),
)
TASK = _family(
    "task",
    _code("kind", "task_kind", LWW, None),
    Field("title", T),
    Field("due_on", DATE),
    Field("user_id", ID),
    _code("status", "task_status", LWW, None),
    Field("about_entity", T),
    Field("about_id", ID),
)
ATTACHMENT = _family(
    "attachment",
    Field("contact_id", ID),
    _code("kind", "attachment_kind", LWW, None),
    Field("sha256", T, ONCE),
    Field("size", INT, ONCE),
    Field("mime", T, ONCE),
    Field("name", T),
    Field("thumb_sha256", T, ONCE),
    Field("blob_state", T, SERVER),
)
ASSIGNMENT = _family(
    "assignment",
    Field("user_id", ID, ONCE, R, required=True),
    _code("role", "assignment_role", LWW, R),
    Field("from_on", DATE, LWW, R),
    Field("to_on", DATE, LWW, R),
)
CONFLICT = Entity(
    "conflict",
    Home.FAMILY,
    (
        FAMILY_KEY,
        Field("entity", T, SERVER),
        Field("row_id", ID, SERVER),
        Field("grp", T, SERVER),
        Field("kind", T, SERVER),
        Field("severity", T, SERVER),
        Field("state", T, SERVER),
        Field("base", JSON, SERVER),
        Field("head", JSON, SERVER),
        Field("incoming", JSON, SERVER),
        Field("merged", JSON, SERVER),
        Field("head_op", ID, SERVER),
        Field("incoming_op", ID, SERVER),
        Field("head_author", ID, SERVER),
        Field("incoming_author", ID, SERVER),
        Field("head_at", T, SERVER),
        Field("incoming_at", T, SERVER),
        Field("winner", T, SERVER),
        Field("seen_by", CODES, GROW),
        Field("resolved_by", ID, SERVER),
        Field("resolved_at", T, SERVER),
        Field("resolution_op", ID, SERVER),
        *COMMON,
    ),
    from_server=True,
)
OP_NOTICE = Entity(
    "op_notice",
    Home.USER,
    (
        Field("user_id", ID, SERVER, required=True),
        Field("op_uid", ID, SERVER),
        Field("family_id", ID, SERVER),
        Field("outcome", T, SERVER),
        Field("at", INSTANT, SERVER),
        Field("seen", BOOL, LWW),
        *COMMON,
    ),
    from_server=True,
)

REGISTRY = Registry(
    (
        AGENCY, TEAM, USER, FAMILY, CASE, PERSON, CASE_MEMBER, RELATIONSHIP, CONTACT_POINT, HOUSEHOLD, HOUSEHOLD_MEMBER,
        PLACEMENT, APPOINTMENT, CONTACT, CONTACT_BODY, CONTACT_PARTICIPANT, MARK, ADDENDUM, ACTION_STEP, TASK, ATTACHMENT,
        ASSIGNMENT, CONFLICT, OP_NOTICE,
    )
)  # fmt: skip
