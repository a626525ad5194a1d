"""Codes, tokens and leases over time, on a clock that the test holds (`sync.md` A17)."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, derive_private_key
from tests.support.http import assertion, pubkey
from tests.support.server import PASSWORD, Agency, Laptop

from engage_server.accounts import Accounts, Hasher
from engage_server.devices import SUSPENDED
from engage_server.errors import Refused
from engage_server.write import Change
from engage_wire.clock import instant
from engage_wire.codec import Json

KEY = derive_private_key(4711, SECP256R1())


@pytest.fixture
def login(agency: Agency) -> str:
    agency.server.accounts.set_password(agency.amina.user_id, "Amina", PASSWORD)
    return "amina"


def asked(code: str, login: str, password: str = PASSWORD) -> Json:
    return {"code": code, "login": login, "password": password, "pubkey": pubkey(KEY), "name": "a laptop"}


@pytest.fixture
def device(agency: Agency, login: str) -> str:
    welcome = agency.server.devices.enrol(
        asked(agency.server.devices.issue_code(agency.amina.user_id), login)
    )
    return str(welcome["device_id"])


def token(agency: Agency, device: str, nonce: str | None = None) -> str:
    said = assertion(KEY, device, nonce or agency.server.devices.nonce())
    return str(agency.server.devices.token(said)["access"])


def refusal(agency: Agency, ask: Json) -> str:
    with pytest.raises(Refused) as caught:
        agency.server.devices.enrol(ask)
    return caught.value.code


def test_a_code_ends_after_three_days(agency: Agency, login: str) -> None:
    code = agency.server.devices.issue_code(agency.amina.user_id)
    agency.clock.advance(days=3, seconds=1)
    assert refusal(agency, asked(code, login)) == "code"
    code = agency.server.devices.issue_code(agency.amina.user_id)
    agency.clock.advance(days=2)
    assert agency.server.devices.enrol(asked(code, login))["user"]["id"] == agency.amina.user_id


def test_a_token_ends_after_ten_minutes(agency: Agency, device: str) -> None:
    access = token(agency, device)
    agency.clock.advance(minutes=9)
    assert agency.server.devices.authenticate(access).device_id == device
    agency.clock.advance(minutes=2)
    with pytest.raises(Refused, match="401 token"):
        agency.server.devices.authenticate(access)


def test_a_word_to_sign_ends_after_five_minutes_and_is_not_from_the_future(
    agency: Agency, device: str
) -> None:
    nonce = agency.server.devices.nonce()
    agency.clock.advance(minutes=6)
    with pytest.raises(Refused, match="use_nonce"):
        token(agency, device, nonce)
    nonce = agency.server.devices.nonce()
    agency.clock.advance(seconds=-60)
    with pytest.raises(Refused, match="use_nonce"):
        token(agency, device, nonce)


def test_suspending_ends_tokens_at_once_and_reactivating_does_not_bring_them_back(
    agency: Agency, device: str
) -> None:
    access = token(agency, device)
    agency.server.devices.set_state(device, SUSPENDED)
    for attempt in (lambda: agency.server.devices.authenticate(access), lambda: token(agency, device)):
        with pytest.raises(Refused):
            attempt()
    agency.server.devices.set_state(device, "active")
    with pytest.raises(Refused, match="401"):
        agency.server.devices.authenticate(access)
    assert agency.server.devices.authenticate(token(agency, device)).device_id == device


@pytest.mark.parametrize("state", ["suspended", "revoked"])
def test_a_laptop_that_is_shut_out_neither_pushes_nor_pulls(
    agency: Agency, amina: Laptop, state: str
) -> None:
    amina.family()
    agency.server.devices.set_state(amina.device, state)
    for attempt in (amina.push, amina.pull):
        with pytest.raises(Refused) as caught:
            attempt()
        assert (caught.value.status, caught.value.code) == (403, f"device_{state}")


def test_a_lease_is_renewed_with_each_token(agency: Agency, device: str) -> None:
    agency.clock.advance(days=10)
    said = assertion(KEY, device, agency.server.devices.nonce())
    lease = agency.server.devices.token(said)["lease"]
    assert lease["until"] == instant(agency.clock.now() + timedelta(days=14))
    (listed,) = [d for d in agency.server.devices.listed() if d["device_id"] == device]
    assert (listed["lease_until"], listed["name"], listed["state"]) == (lease["until"], "a laptop", "active")


def test_wrong_passwords_make_the_account_wait_longer_each_time_and_a_right_one_ends_it(
    agency: Agency, login: str
) -> None:
    code = agency.server.devices.issue_code(agency.amina.user_id)
    wrong = asked(code, login, "wrong")
    waits = []
    for _ in range(4):
        assert refusal(agency, wrong) == "sign_in"
    for _ in range(14):
        assert refusal(agency, wrong) == "sign_in"
        with pytest.raises(Refused) as caught:
            agency.server.devices.enrol(asked(code, login))
        waits.append(int(str(caught.value.facts["retry_after"])))
        agency.clock.advance(seconds=waits[-1])
    assert waits[:4] == [2, 3, 5, 9]
    assert waits[-1] == waits[-2] == 901
    assert agency.server.devices.enrol(asked(code, login))["device_id"]
    assert refusal(agency, wrong) == "sign_in"


def test_wrong_passwords_at_the_same_moment_count_each(agency: Agency, login: str) -> None:
    meeting = Barrier(4)

    class Slow(Hasher):
        @staticmethod
        def fits(password: str, stored: str) -> bool:
            meeting.wait(30)
            return Hasher.fits(password, stored)

    accounts = Accounts(agency.server.database, agency.server.agency, agency.clock, Slow)
    with ThreadPoolExecutor(4) as pool:
        tries = [pool.submit(accounts.sign_in, login, "wrong") for _ in range(4)]
        assert {str(attempt.exception()) for attempt in tries} == {"401 sign_in"}
    assert refusal(agency, asked("none", login, "wrong")) == "sign_in"
    assert refusal(agency, asked("none", login)) == "slow_down"


def test_who_left_enrols_no_laptop_and_the_old_ones_lease_ends(
    agency: Agency, login: str, device: str
) -> None:
    code = agency.server.devices.issue_code(agency.amina.user_id)
    until = agency.server.devices.listed()[0]["lease_until"]
    left = Change("user", agency.amina.user_id, {"active": 0}, update=True)
    agency.server.write([left], cmd="user.leave")
    agency.clock.advance(days=1)
    assert refusal(agency, asked(code, login)) == "sign_in"
    assert token(agency, device)  # what was written before still comes in
    assert agency.server.devices.listed()[0]["lease_until"] == until


def test_a_login_is_found_however_its_letters_are_cased(agency: Agency, login: str) -> None:
    code = agency.server.devices.issue_code(agency.amina.user_id)
    assert agency.server.devices.enrol(asked(code, "AMINA"))["user"]["role"] == "caseworker"


def test_nothing_secret_is_stored_as_it_was_said(agency: Agency, device: str) -> None:
    code, access = agency.server.devices.issue_code(agency.amina.user_id), token(agency, device)
    with agency.server.database.snapshot() as connection:
        for table in ("account", "enrol_code", "access_token"):
            stored = str(connection.exec_driver_sql(f"SELECT * FROM {table}").all())
            assert not any(secret in stored for secret in (PASSWORD, code, access))
