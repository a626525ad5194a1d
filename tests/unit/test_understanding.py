"""What a family says about itself: order, numbers over time, then and now; and nothing that rates anybody."""

from __future__ import annotations

from datetime import date

from engage_domain.understanding import (
    Answer,
    HintKind,
    Source,
    Statement,
    StatementStatus,
    Understanding,
    by_domain,
    compared,
    hints,
    in_order,
    lines,
    source_of,
    turning_days,
)

TODAY = date(2026, 11, 23)
SEPTEMBER, OCTOBER, NOVEMBER = date(2026, 9, 8), date(2026, 10, 20), date(2026, 11, 10)


def said(name: str, kind: str = "worry", on: date = SEPTEMBER, **more: object) -> Statement:
    return Statement(name, kind, name, said_on=on, **more)  # type: ignore[arg-type]  # fields by name


def number(name: str, person: str, value: int | None, on: date, *, alone: bool | None = None) -> Answer:
    return Answer(name, person, "safe", value, on, alone=alone)


def test_the_most_pressing_comes_first_then_the_oldest() -> None:
    late, early, pressing = said("late", on=NOVEMBER), said("early"), said("pressing", on=OCTOBER, priority=3)
    assert in_order([late, early, pressing]) == (pressing, early, late)


def test_what_is_done_with_leaves_the_map_but_not_the_memory() -> None:
    done = said("done", status=StatementStatus.RESOLVED, closed_on=OCTOBER)
    found = Understanding((), (said("still"), done), (), ())
    assert [s.text for s in found.of_kind("worry")] == ["still"]
    assert [s.text for s in found.of_kind("worry", done=True)] == ["done"]


def test_strengths_stand_under_their_part_of_life() -> None:
    grouped = by_domain(
        [said("b", domain="school"), said("a", domain="safety"), said("c")], ["safety", "school"]
    )
    assert [(domain, [s.text for s in held]) for domain, held in grouped] == [
        ("safety", ["a"]),
        ("school", ["b"]),
        ("", ["c"]),
    ]


def test_words_come_from_where_their_speaker_stands() -> None:
    assert source_of("child") is Source.CHILD
    assert source_of("mother") is Source.FAMILY
    assert source_of("fictive_kin") is Source.KIN
    assert source_of("") is Source.FAMILY


def test_each_person_has_a_line_and_the_last_number_of_a_day_counts() -> None:
    answers = [
        number("1", "elena", 4, SEPTEMBER),
        number("2", "elena", 5, SEPTEMBER),
        number("3", "elena", None, OCTOBER),
        number("4", "lucia", 9, NOVEMBER),
        Answer("5", "elena", "hope", 10, NOVEMBER),
    ]
    found = lines(answers, "safe")
    assert [(line.person_id, [(p.day, p.value) for p in line.points]) for line in found] == [
        ("lucia", [(NOVEMBER, 9)]),
        ("elena", [(SEPTEMBER, 5)]),
    ]


def test_somebody_who_stands_still_is_worth_asking_alone() -> None:
    still = [
        number(str(n), "elena", v, d)
        for n, (v, d) in enumerate(((4, SEPTEMBER), (3, OCTOBER), (4, NOVEMBER)))
    ]
    (hint,) = hints(lines(still, "safe"), TODAY)
    assert (hint.kind, hint.person_id, hint.since, hint.now) == (HintKind.NOT_MOVED, "elena", SEPTEMBER, 4)
    assert not hint.was_alone


def test_a_fall_is_told_before_standing_still() -> None:
    answers = [
        *(number(f"e{n}", "elena", 4, d) for n, d in enumerate((SEPTEMBER, OCTOBER, NOVEMBER))),
        number("m1", "mateo", 6, OCTOBER),
        number("m2", "mateo", 3, NOVEMBER, alone=True),
    ]
    first, second = hints(lines(answers, "safe"), TODAY)
    assert (first.kind, first.before, first.now, first.was_alone) == (HintKind.FELL, 6, 3, True)
    assert second.kind is HintKind.NOT_MOVED


def test_somebody_long_unasked_is_told_with_the_day() -> None:
    (hint,) = hints(lines([number("1", "elena", 4, date(2026, 8, 1))], "safe"), TODAY)
    assert (hint.kind, hint.since) == (HintKind.NOT_ASKED, date(2026, 8, 1))


def test_two_answers_are_no_pattern() -> None:
    assert not hints(lines([number("1", "e", 4, OCTOBER), number("2", "e", 4, NOVEMBER)], "safe"), TODAY)


def test_then_and_now_tell_what_stayed_what_went_and_what_is_new() -> None:
    statements = (
        said("stayed"),
        said("went", status=StatementStatus.RESOLVED, closed_on=OCTOBER),
        said("new", on=NOVEMBER),
        said("well", "well", on=OCTOBER),
        said(
            "closed long ago",
            on=date(2026, 1, 2),
            status=StatementStatus.RESOLVED,
            closed_on=date(2026, 2, 2),
        ),
    )
    answers = (
        number("1", "elena", 4, SEPTEMBER),
        number("2", "elena", 6, NOVEMBER),
        number("3", "lucia", 9, NOVEMBER),
    )
    found = compared(Understanding((), statements, answers, ()), "safe", TODAY, SEPTEMBER)
    assert (found.earlier, found.later) == (SEPTEMBER, TODAY)
    assert [(t.statement.text, t.on_both) for t in found.before["worry"]] == [
        ("stayed", True),
        ("went", False),
    ]
    assert [(t.statement.text, t.on_both) for t in found.after["worry"]] == [("stayed", True), ("new", False)]
    assert [t.statement.text for t in found.after["well"]] == ["well"]
    assert found.numbers == (("lucia", None, 9), ("elena", 4, 6))


def test_the_days_worth_comparing_are_those_on_which_something_was_said() -> None:
    found = Understanding((), (said("a"),), (number("1", "e", 4, OCTOBER),), ())
    assert turning_days(found, TODAY) == (TODAY, OCTOBER, SEPTEMBER)
