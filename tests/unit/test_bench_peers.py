"""The systems we compare ourselves with: what they print is read whole or not at all, and absence has a reason."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bench import peers
from bench.network import Step
from bench.peers import PEERS, STEPS, Absent, Measured, Peer, installed, measure, read_steps
from bench.sync import LOOPBACK, Ours, beside, by_limits, middle, under_load
from bench.throughput import Throughput


def printed(*names: str) -> str:
    told = [{"step": name, "s": 0.5, "up": 10, "down": 20, "conns": 1, "turns": 3, "r": 1} for name in names]
    return "noise\n" + json.dumps({"peer": "anki", "steps": told}) + "\n"


def test_the_steps_a_script_printed_last_are_read() -> None:
    found = read_steps(printed("local insert", *STEPS))
    assert found == dict.fromkeys(STEPS, Step(0.5, 10, 20, 3))


@pytest.mark.parametrize("said", ["", "nothing", "[1, 2]", '{"steps": 1}', '{"steps": [{"step": "noop"}]}'])
def test_what_cannot_be_read_is_no_measurement(said: str) -> None:
    with pytest.raises(Absent):
        read_steps(said)


def test_a_step_that_was_not_measured_is_named() -> None:
    with pytest.raises(Absent, match="noop"):
        read_steps(printed(*STEPS[:-1]))


def test_without_its_script_a_peer_is_absent_for_a_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(peers, "SCRIPTS", tmp_path)
    found = installed()
    assert set(found) == {"Anki", "PouchDB"}
    assert all("not beside this repository" in measured.absent for measured in found.values())
    measure(PEERS[0], found["Anki"], LOOPBACK, 10)
    assert not found["Anki"].steps


def test_without_npm_only_what_needs_it_is_absent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for peer in PEERS:
        (tmp_path / peer.script).touch()
    monkeypatch.setattr(peers, "SCRIPTS", tmp_path)
    monkeypatch.setattr(peers, "PLACE", tmp_path / "peers")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Absent, match="no npm"):
        PEERS[1].install()


def test_a_script_that_fails_makes_its_peer_absent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "broken.py").write_text("raise SystemExit(3)", encoding="ascii")
    monkeypatch.setattr(peers, "SCRIPTS", tmp_path)
    measured = Measured()
    measure(Peer("Other", "broken.py"), measured, LOOPBACK, 10)
    assert "did not come to an end" in measured.absent


def test_a_script_that_works_is_added_run_by_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "fine.py").write_text(f"print({printed(*STEPS)!r})", encoding="ascii")
    monkeypatch.setattr(peers, "SCRIPTS", tmp_path)
    measured = Measured()
    for _ in range(2):
        measure(Peer("Other", "fine.py"), measured, LOOPBACK, 10)
    assert not measured.absent
    assert {name: len(steps) for name, steps in measured.steps.items()} == dict.fromkeys(STEPS, 2)


def test_an_absent_peer_has_one_row_that_says_why() -> None:
    rows = beside(Ours("SQLite", lambda: None), LOOPBACK, "Anki", Measured(absent="there is no npm here"))
    assert [row.against for row in rows] == ["skipped, because there is no npm here"]


def test_the_middle_of_several_runs_is_taken_measure_by_measure() -> None:
    assert middle([Step(3, 1, 9, 1), Step(1, 2, 8, 1), Step(2, 3, 7, 1)]) == Step(2, 2, 8, 1)


def test_every_limit_stands_beside_what_was_measured() -> None:
    ours = Ours("SQLite", lambda: None, first=Step(5.0, 1000, 9_000_000, 2))
    for measured in ours.measured.values():
        measured.add(dict.fromkeys((*STEPS, *EXTRA), Step(0.1, 600, 400, 1)))
    rows = {row.what: row for row in by_limits(ours)}
    assert rows["idle round, requests, SQLite"].ratio == 1.0
    assert rows["idle round, bytes, SQLite"].ours == 1.0
    assert rows["push 100 edits, 80 ms, SQLite"].ratio == pytest.approx(0.5)
    assert rows["pull 10,000, loopback, SQLite"].ratio == 1.0
    assert rows["first sync of 100,000, SQLite, loopback"].ratio == 0.5


EXTRA = ("echo", "echo of edits", "noop again", "bare")


def test_what_the_server_takes_stands_beside_what_it_should() -> None:
    ours = Ours("SQLite", lambda: None, load=Throughput(2000.0, 40.0, 75.0))
    assert [row.ratio for row in under_load(ours) if row.against == "limit"] == [2.0, 0.5]
    assert under_load(Ours("SQLite", lambda: None)) == []
