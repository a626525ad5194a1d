"""Enrolment codes: what is written can be read back, however it was typed, and each fault has its name."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engage_wire.enrolment import ALPHABET, BadCode, Enrolment, Fault, read_enrolment

SAMPLE = Enrolment("engage.hudson.example:8443", "00112233445566778899", bytes(range(16)))


def fault(text: str) -> Fault:
    with pytest.raises(BadCode) as caught:
        read_enrolment(text)
    return caught.value.fault


@given(
    st.from_regex(r"[a-z0-9.-]{1,60}:[1-9][0-9]{0,3}", fullmatch=True),
    st.binary(min_size=10, max_size=10),
    st.binary(min_size=16, max_size=16),
)
def test_what_is_written_is_read_back(address: str, secret: bytes, fingerprint: bytes) -> None:
    enrolment = Enrolment(address, secret.hex(), fingerprint)
    assert read_enrolment(enrolment.code()) == enrolment


def test_a_code_is_groups_of_five_without_letters_that_look_alike() -> None:
    groups = SAMPLE.code().split("-")
    assert {len(group) for group in groups[:-1]} == {5}
    assert set("".join(groups)) <= set(ALPHABET)
    assert not set("ILOU") & set(ALPHABET)


def test_reading_forgives_how_people_write() -> None:
    code = SAMPLE.code()
    sloppy = f"  {code.lower().replace('-', ' ').replace('0', 'o').replace('1', 'l')}\r\n"
    assert read_enrolment(sloppy) == SAMPLE
    assert read_enrolment(code.replace("-", "–").replace("1", "I")) == SAMPLE


def test_every_single_wrong_character_is_noticed() -> None:
    letters = SAMPLE.code().replace("-", "")
    for place, letter in enumerate(letters):
        other = ALPHABET[(ALPHABET.index(letter) + 7) % 32]
        changed = letters[:place] + other + letters[place + 1 :]
        if place < len(letters) - 1:  # the last one may carry bits that mean nothing
            assert fault(changed) is Fault.CHECKSUM


def test_two_swapped_neighbours_are_noticed() -> None:
    letters = SAMPLE.code().replace("-", "")
    for place in range(len(letters) - 2):
        one, two = letters[place], letters[place + 1]
        if one != two:
            assert fault(letters[:place] + two + one + letters[place + 2 :]) is Fault.CHECKSUM


def test_each_fault_has_its_name() -> None:
    code = SAMPLE.code()
    assert fault("") is Fault.EMPTY
    assert fault(" - \n") is Fault.EMPTY
    assert fault("ABCDE") is Fault.TOO_SHORT
    assert fault(code[:-12]) is Fault.CHECKSUM
    assert fault(code * 20) is Fault.TOO_LONG
    assert fault(code + "!") is Fault.CHARACTER
    with pytest.raises(BadCode) as caught:
        read_enrolment("ABC" + "U" + code)
    assert caught.value.position == 3


@pytest.mark.parametrize("address", ["nowhere", "host:", ":8443", "host:0", "host:70000", "host:8a"])
def test_a_code_for_an_address_that_is_none_says_so(address: str) -> None:
    assert fault(Enrolment(address, SAMPLE.secret, SAMPLE.fingerprint).code()) is Fault.ADDRESS


def test_the_parts_of_the_address_are_told_apart() -> None:
    assert (SAMPLE.host, SAMPLE.port) == ("engage.hudson.example", 8443)
    six = Enrolment("[::1]:443", SAMPLE.secret, SAMPLE.fingerprint)
    assert (six.host, six.port) == ("::1", 443)


def test_only_the_certificate_it_was_made_for_fits() -> None:
    made = Enrolment("a:1", SAMPLE.secret, hashlib.sha256(b"certificate").digest()[:16])
    assert made.fits(b"certificate")
    assert not made.fits(b"another")


@given(st.text(max_size=80))
def test_no_text_that_is_not_a_code_passes_for_one(text: str) -> None:
    assert fault(text) in Fault
