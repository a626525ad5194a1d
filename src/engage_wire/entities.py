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
LWW, MANUAL, TEXT3, SET, GROW, ONCE, QUIET = (
    Policy.LWW,
    Policy.MANUAL,
    Policy.TEXT3,
    Policy.SET,
    Policy.GROW,
    Policy.ONCE,
    Policy.QUIET,
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
# Where something was dragged to on a drawing: the last hand wins, and nobody is asked.
DRAWN = (Field("drawn_x", INT, QUIET, None, "drawn"), Field("drawn_y", INT, QUIET, None, "drawn"))


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
    Field("deceased", BOOL, MANUAL, R, "death"),
    Field("deceased_on", DATE, MANUAL, R, "death"),
    _code("person_kind", "person_kind", label=None),
    Field("twin_group", T, LWW, R, "twins"),
    Field("identical_twin", BOOL, LWW, R, "twins"),
    *DRAWN,
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
STATEMENT = _family(
    "statement",
    _code("kind", "statement_kind"),
    Field("text", LONG, TEXT3, R),
    Field("language", T, LWW, R),
    _code("domain", "statement_domain"),
    _code("source", "statement_source"),
    Field("exact_words", BOOL, LWW, R),
    Field("said_by", CODES, SET, R),
    Field("about", CODES, SET, R),
    Field("said_on", DATE, LWW, R),
    Field("priority", INT, LWW, R),
    _code("status", "statement_status"),
    Field("closed_on", DATE, LWW, R),
    Field("mark_id", ID, ONCE),
)
SCALE_ANSWER = _family(
    "scale_answer",
    _ref("person_id", "person", ONCE, required=True),
    _code("question", "scale_question", ONCE),
    Field("value", INT, MANUAL, R),
    Field("said_on", DATE, LWW, R),
    Field("words", LONG, TEXT3, R),
    Field("alone", BOOL),
)
CHILD_AREAS = _family(
    "child_areas",
    _ref("person_id", "person", ONCE, required=True),
    Field("held_on", DATE, LWW),
    Field("area_order", T),
    Field("read_back", BOOL),
    _code("share", "share_decision", MANUAL, None, "share"),
    Field("share_with", CODES, MANUAL, None, "share"),
    Field("share_words", T, MANUAL, None, "share"),
)
CHILD_WORDS = _family(
    "child_words",
    _ref("areas_id", "child_areas", ONCE, required=True),
    _code("area", "child_area", ONCE, Label.CHILD_PRIVATE_WORDS),
    Field("text", LONG, TEXT3, Label.CHILD_PRIVATE_WORDS),
    _code("way", "words_way", LWW, Label.CHILD_PRIVATE_WORDS),
    Field("ink", JSON, LWW, Label.CHILD_PRIVATE_WORDS),
)
SUPPORT = _family(
    "support",
    _ref("about_id", "person"),
    _ref("person_id", "person"),
    Field("name", T, LWW, R),
    _code("kind", "support_kind"),
    Field("formal", BOOL, LWW, R),
    _code("strength", "support_strength"),
    Field("stressful", BOOL, LWW, R),
    _code("flow", "support_flow"),
    Field("circle", INT, LWW, R),
    Field("note", T, TEXT3),
    Field("said_by", CODES, SET, R),
    Field("from_on", DATE, LWW, R, "period"),
    Field("to_on", DATE, LWW, R, "period"),
    *DRAWN,
)
TIMELINE_ENTRY = _family(
    "timeline_entry",
    _ref("person_id", "person", ONCE, required=True),
    _code("kind", "timeline_kind"),
    Field("what", T, TEXT3),
    Field("place", T),
    Field("with_ids", CODES, SET),
    Field("with_whom", T),
    Field("from_on", DATE, LWW, None, "period"),
    Field("to_on", DATE, LWW, None, "period"),
    Field("roughly", BOOL, LWW, None, "period"),
    Field("words", T, TEXT3),
)
SEARCH_EFFORT = _family(
    "search_effort",
    _ref("person_id", "person", ONCE, required=True),
    _code("source", "search_source", LWW, None),
    Field("source_note", T),
    Field("searched_on", DATE),
    Field("searched_by", ID),
    _code("result", "search_result", LWW, None),
    Field("found", T, TEXT3),
    Field("next_step", T, TEXT3),
    Field("next_on", DATE),
    _code("dv_review", "dv_review", MANUAL, None),
)
PLAN = _family(
    "plan",
    _code("kind", "plan_kind", ONCE),
    Field("number", INT, LWW, R),
    _code("status", "plan_status", MANUAL),
    Field("replaces_id", ID, ONCE),
    _ref("for_person_id", "person", MANUAL),
    Field("concern", LONG, TEXT3, R),
    Field("adult_ids", CODES, SET, R),
    Field("start_on", DATE, MANUAL, R, "dates"),
    Field("review_on", DATE, MANUAL, R, "dates"),
    Field("end_on", DATE, MANUAL, R, "dates"),
    Field("language", T, LWW, R),
    Field("offered_at", INSTANT, MANUAL, R, "offered"),
    Field("closed_note", T, TEXT3),
)
PLAN_POSITION = _family(
    "plan_position",
    _ref("plan_id", "plan", ONCE, required=True),
    _ref("person_id", "person", ONCE, required=True),
    _code("position", "plan_position", MANUAL, R, "position"),
    Field("words", T, MANUAL, R, "position"),
    Field("said_on", DATE, MANUAL, R, "position"),
)
GOAL = _family(
    "goal",
    _ref("plan_id", "plan", ONCE, required=True),
    Field("place", INT, QUIET, R),
    Field("words", LONG, TEXT3, R),
    Field("words_by", ID, LWW, R),
    Field("language", T, LWW, R),
    Field("agency_words", LONG, TEXT3, R),
    Field("agency_required", BOOL, MANUAL, R),
    Field("statement_id", ID),
    _code("status", "goal_status"),
)
ACTION_STEP = _family(
    "action_step",
    Field("plan_id", ID),
    Field("goal_id", ID),
    Field("place", INT, QUIET, R),
    Field("contact_id", ID),
    Field("what", T, TEXT3, R),
    _code("side", "step_side"),
    Field("who_person_id", ID, LWW, R, "who"),
    Field("who_user_id", ID, LWW, R, "who"),
    Field("by_when", DATE, LWW, R),
    Field("when_words", T, LWW, R),
    Field("how_we_know", T, TEXT3, R),
    Field("plan_b", T, TEXT3, R),
    _code("status", "step_status"),
    Field("outcome_note", T, TEXT3),
    Field("closed_on", DATE, LWW, R),
)
SERVICE_REFERRAL = _family(
    "service_referral",
    Field("what", T, TEXT3, R),
    Field("statement_id", ID),
    Field("goal_id", ID),
    Field("asked_by", ID, LWW, R),
    Field("asked_on", DATE, LWW, R),
    _code("status", "referral_status"),
    Field("provider", T, LWW, R),
    Field("answer", T, TEXT3, R),
    Field("barrier", T, TEXT3, R),
    Field("consent", BOOL, MANUAL, R),
    Field("referred_on", DATE, LWW, R),
    Field("started_on", DATE, LWW, R),
    Field("ended_on", DATE, LWW, R),
    Field("next_on", DATE, LWW, R),
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
    Field("about_entity", T, ONCE),
    Field("about_id", ID, ONCE),
    Field("person_ids", CODES, SET),
    Field("taken_on", DATE),
    Field("note", T, TEXT3),
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
        PLACEMENT, APPOINTMENT, CONTACT, CONTACT_BODY, CONTACT_PARTICIPANT, MARK, ADDENDUM, STATEMENT, SCALE_ANSWER,
        CHILD_AREAS, CHILD_WORDS, SUPPORT, TIMELINE_ENTRY, SEARCH_EFFORT, PLAN, PLAN_POSITION, GOAL, ACTION_STEP,
        SERVICE_REFERRAL, TASK, ATTACHMENT, ASSIGNMENT, CONFLICT, OP_NOTICE,
    )
)  # fmt: skip
