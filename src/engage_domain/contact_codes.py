"""The codes of a contact: the agency's own tables replace the defaults, the names stay."""

from __future__ import annotations

from enum import StrEnum


class MarkKind(StrEnum):
    """What one tap during a visit keeps."""

    SAID = "said"
    PROMISE = "promise"
    STRENGTH = "strength"
    WORRY = "worry"
    TOPIC = "topic"
    ELEMENT = "element"
    ARRIVED = "arrived"
    LEFT = "left"


KEPT_WORDS = frozenset({MarkKind.SAID, MarkKind.PROMISE, MarkKind.STRENGTH, MarkKind.WORRY})


class Topic(StrEnum):
    """What was talked about."""

    SAFETY = "safety"
    HEALTH = "health"
    SCHOOL = "school"
    FAMILY_TIME = "family_time"
    HOUSING = "housing"
    MONEY = "money"
    SUBSTANCE = "substance"
    MOOD = "mood"
    PLAN = "plan"
    OTHER = "other"


class Element(StrEnum):
    """The three elements of engagement."""

    UNDERSTAND = "understand"
    PLAN = "plan"
    SOLUTIONS = "solutions"


class Presence(StrEnum):
    """How somebody took part."""

    PRESENT = "present"
    ABSENT = "absent"
    REFUSED = "refused"
    LEFT = "left"


class Alone(StrEnum):
    """Whether a child was seen alone; nobody's answer is filled in for them."""

    YES = "yes"
    NO = "no"
    NOT_APPLICABLE = "na"


class Method(StrEnum):
    """How a contact happened."""

    FACE_TO_FACE = "face_to_face"
    PHONE = "phone"
    VIDEO = "video"
    TEXT = "text"
    EMAIL = "email"
    LETTER = "letter"
    ATTEMPTED_FACE_TO_FACE = "attempted_face_to_face"
    ATTEMPTED_PHONE = "attempted_phone"


ATTEMPTS = frozenset({Method.ATTEMPTED_FACE_TO_FACE, Method.ATTEMPTED_PHONE})


class ContactType(StrEnum):
    """What kind of contact it was, in the agency's table."""

    CASEWORK_CONTACT = "casework_contact"
    COLLATERAL = "collateral"
    HOME_VISIT = "home_visit"
    CASEWORKER_CHILD_VISIT = "caseworker_child_visit"
    PARENT_CHILD_VISIT = "parent_child_visit"
    SIBLING_VISIT = "sibling_visit"
    FAMILY_MEETING = "family_meeting"
    SERVICE_PLAN_REVIEW = "service_plan_review"
    CASE_CONFERENCE = "case_conference"
    SUPERVISORY = "supervisory"
    COURT = "court"
    PROVIDER = "provider"
    FOSTER_PARENT = "foster_parent"
    DILIGENT_SEARCH = "diligent_search"
    NOTIFICATION = "notification"
    SUMMARY = "summary"
    OTHER = "other"


class Purpose(StrEnum):
    """What a contact was for."""

    SAFETY = "safety"
    RISK = "risk"
    ASSESS_NEEDS = "assess_needs"
    DEVELOP_PLAN = "develop_plan"
    REVIEW_PROGRESS = "review_progress"
    SERVICE_COORDINATION = "service_coordination"
    VISITING = "visiting"
    PERMANENCY = "permanency"
    ENGAGEMENT = "engagement"
    KIN_SEARCH = "kin_search"
    TRANSITION = "transition"
    CRISIS = "crisis"
    CLOSING = "closing"


class Location(StrEnum):
    """Where a contact happened."""

    CHILD_RESIDENCE = "child_residence"
    PARENT_HOME = "parent_home"
    RELATIVE_HOME = "relative_home"
    OFFICE = "office"
    SCHOOL = "school"
    COURT = "court"
    PROVIDER = "provider"
    HOSPITAL = "hospital"
    CORRECTIONAL = "correctional"
    COMMUNITY = "community"
    VISIT_SITE = "visit_site"
    VEHICLE = "vehicle"
    REMOTE = "remote"
    CONFIDENTIAL = "confidential"


class MissedReason(StrEnum):
    """Why a visit did not happen."""

    NOBODY_HOME = "nobody_home"
    FAMILY_CANCELLED = "family_cancelled"
    CAREGIVER_CANCELLED = "caregiver_cancelled"
    WORKER_CANCELLED = "worker_cancelled"
    CHILD_AWAY = "child_away"
    ILLNESS = "illness"
    WEATHER = "weather"
    TRANSPORT = "transport"
    DECLINED = "declined"
    UNSAFE_TO_ENTER = "unsafe_to_enter"
    FACILITY_REFUSED = "facility_refused"
    OTHER = "other"


class Side(StrEnum):
    """Whose promise it is."""

    AGENCY = "agency"
    FAMILY = "family"
