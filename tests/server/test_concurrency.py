"""Many at once on PostgreSQL: no row is ever skipped by a cursor, nothing is applied twice, nothing deadlocks (I6)."""

from __future__ import annotations

import os
import random
import signal
import socket
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric.ec import (
    SECP256R1,
    EllipticCurvePrivateKey,
    derive_private_key,
)
from sqlalchemy import func, select
from tests.fakes import SeededBits
from tests.support.http import Door, Installed, assertion, lines, post_lines, pubkey, signature
from tests.support.postgres import Cluster
from tests.support.server import Agency, Laptop, Office, cheap_hasher, found_agency

from engage_server.database import open_postgres
from engage_server.server import Server
from engage_server.staff import assign, user_of
from engage_server.tables import sync_bucket, sync_bucket_row, sync_op, sync_scope
from engage_wire.clock import SystemClock

pytestmark = pytest.mark.postgres
WRITERS, ROUNDS, FAMILIES = 6, 25, 8


@pytest.fixture
def url(cluster: Cluster, empty_url: str) -> Iterator[str]:
    url = cluster.clone(empty_url)
    yield url
    cluster.drop(url)


@pytest.fixture
def crowd(url: str) -> Iterator[tuple[Agency, list[Laptop], list[str]]]:
    """Laptops of one worker, each with a server connection of its own, and the families they write to."""
    database = open_postgres(url)
    agency = found_agency(database)
    first = agency.laptop(agency.amina)
    families = [first.family(f"F{n}") for n in range(FAMILIES)]
    first.push()
    laptops = [agency.laptop(agency.amina) for _ in range(WRITERS)]
    yield agency, laptops, families
    database.close()


def write(laptop: Laptop, families: list[str], seed: int) -> int:
    """Push many small batches to a few families, in any order; each laptop mints ids of its own."""
    chance, bits = random.Random(seed), SeededBits(seed)
    for _ in range(ROUNDS):
        for family in chance.sample(families, chance.randint(1, 3)):
            laptop.write(
                "person",
                f"{bits(128):032x}",
                {"family_id": family, "first_name": "X"},
                uid=f"{bits(128):032x}",
            )
        assert laptop.push()["results"] == []
    return laptop.acked


def test_a_reader_with_cursors_never_misses_a_row_that_writers_commit_meanwhile(
    url: str, crowd: tuple[Agency, list[Laptop], list[str]]
) -> None:
    agency, laptops, families = crowd
    reader = agency.laptop(agency.carla)
    done = threading.Event()
    polls = 0

    def read() -> None:
        nonlocal polls
        while not done.is_set():
            reader.pull()  # checks counts and digests of every bucket
            polls += 1

    with ThreadPoolExecutor(WRITERS + 1) as pool:
        reading = pool.submit(read)
        writing = [pool.submit(write, laptop, families, seed) for seed, laptop in enumerate(laptops, 1)]
        written = sum(job.result() for job in writing)
        done.set()
        reading.result()
    reader.pull()
    assert sum(key[0] == "person" for key in reader.rows) == written
    assert polls > 3
    with agency.server.database.snapshot() as connection:
        c = sync_bucket_row.c
        rows = connection.execute(
            select(
                sync_bucket.c.bucket, sync_bucket.c.head, sync_bucket.c.live, func.count(), func.max(c.seq)
            )
            .join_from(sync_bucket, sync_bucket_row, c.bucket == sync_bucket.c.bucket)
            .group_by(sync_bucket.c.bucket, sync_bucket.c.head, sync_bucket.c.live)
        ).all()
    assert all(live == count and head == last for _bucket, head, live, count, last in rows)


def test_the_same_rows_written_by_everybody_at_once_end_in_one_history(
    crowd: tuple[Agency, list[Laptop], list[str]],
) -> None:
    agency, laptops, families = crowd
    people = []
    for family in families[:2]:
        people += [(family, laptops[0].person(family)) for _ in range(3)]
    laptops[0].push()
    for laptop in laptops:
        laptop.pull()

    def fight(laptop: Laptop, seed: int) -> Counter[str]:
        chance, bits, seen = random.Random(seed), SeededBits(100 + seed), Counter[str]()
        for _ in range(15):
            chosen = chance.sample(people, 4)
            for _family, person in chosen:
                laptop.write(
                    "person", person, {"preferred_name": f"{seed}-{chance.random()}"}, uid=f"{bits(128):032x}"
                )
            seen.update(answer["outcome"] for answer in laptop.push()["results"])
        return seen

    with ThreadPoolExecutor(WRITERS) as pool:
        jobs = [pool.submit(fight, laptop, seed) for seed, laptop in enumerate(laptops)]
        seen = sum((job.result() for job in jobs), Counter[str]())
    assert set(seen) <= {"superseded", "applied"}
    reader = agency.laptop(agency.carla)
    reader.pull()
    with agency.server.database.snapshot() as connection:
        count = connection.scalar(select(func.count()).where(sync_op.c.kind == "u"))
    assert count == WRITERS * 15 * 4


def test_one_push_delivered_twice_at_the_same_moment_is_applied_once(
    crowd: tuple[Agency, list[Laptop], list[str]],
) -> None:
    agency, laptops, families = crowd
    laptop = laptops[0]
    for _ in range(20):
        laptop.person(families[0])
        body = laptop.body()
        with ThreadPoolExecutor(4) as pool:
            answers = list(
                pool.map(lambda _n, body=body: agency.server.push(laptop.device, body)[0], range(4))
            )
        assert {(a["acked"], a["hash"]) for a in answers} == {(laptop.seq, laptop.tip)}
        laptop.acked = laptop.seq
    reader = agency.laptop(agency.carla)
    reader.pull()
    assert sum(key[0] == "person" for key in reader.rows) == 20


def test_the_same_new_row_from_two_laptops_at_once_becomes_one_row(
    crowd: tuple[Agency, list[Laptop], list[str]],
) -> None:
    _agency, laptops, families = crowd
    for number in range(10):
        row = f"{number:032x}"
        bodies = []
        for place, laptop in enumerate(laptops):
            laptop.write(
                "person",
                row,
                {"family_id": families[0], "first_name": "Same"},
                uid=f"{place:016x}{number:016x}",
            )
            bodies.append((laptop, laptop.body()))
        with ThreadPoolExecutor(WRITERS) as pool:
            answers = list(pool.map(lambda job: job[0].push(job[1]), bodies))
        outcomes = Counter(a["results"][0]["outcome"] if a["results"] else "applied" for a in answers)
        assert outcomes == {"applied": 1, "noop": WRITERS - 1}


def test_families_created_and_assigned_at_once_all_get_their_scope(
    crowd: tuple[Agency, list[Laptop], list[str]],
) -> None:
    agency, laptops, families = crowd

    def create(laptop: Laptop, seed: int) -> None:
        bits = SeededBits(500 + seed)
        for _ in range(5):
            family = f"{bits(128):032x}"
            laptop.write("family", family, {"name": "New"}, uid=f"{bits(128):032x}")
            laptop.push()
            assign(agency.server, agency.dora.user_id, [family], "worker")

    agency.server._bits = random.SystemRandom().getrandbits
    with ThreadPoolExecutor(WRITERS) as pool:
        for job in [pool.submit(create, laptop, seed) for seed, laptop in enumerate(laptops)]:
            job.result()
    with agency.server.database.snapshot() as connection:
        c = sync_scope.c
        per_user: dict[str, int] = dict(
            connection.execute(
                select(c.user_id, func.count()).where(c.valid_to.is_(None)).group_by(c.user_id)
            ).all()
        )
    assert per_user[agency.amina.user_id] == len(families) + WRITERS * 5
    assert per_user[agency.dora.user_id] == WRITERS * 5
    assert per_user[agency.carla.user_id] == len(families) + WRITERS * 5


@pytest.fixture
def herd(tmp_path: Path, cluster: Cluster) -> Iterator[tuple[Installed, Door, int]]:
    """Two server processes behind one door on PostgreSQL; their parent's process id comes last."""
    url = cluster.database()
    installed = Installed(tmp_path, url)
    installed.found()
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    command = installed.line("serve", "--port", str(port), "--processes", "2")
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as parent:
        door = Door(port, "", tmp_path / "tls.crt")
        assert eventually(lambda: hello(door))
        yield installed, door, parent.pid
        parent.terminate()
        assert parent.wait(20) == 0
    cluster.drop(url)


def eventually(found: Callable[[], bool], seconds: float = 20) -> bool:
    until = time.monotonic() + seconds
    while not found():
        if time.monotonic() > until:
            return False
        threading.Event().wait(0.05)
    return True


def hello(door: Door) -> bool:
    try:
        with door.client() as client:
            return client.get("/v1/hello").status_code == 200
    except httpx.TransportError:
        return False


def children(pid: int) -> list[int]:
    return [
        int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    ]


def test_server_processes_that_are_killed_lose_nothing_and_repeat_nothing(
    herd: tuple[Installed, Door, int], url: str
) -> None:
    installed, door, parent = herd
    database = open_postgres(str(installed.url))
    server = Server(database, SystemClock(), hasher=cheap_hasher)
    key = derive_private_key(77, SECP256R1())
    device = server.devices.admit(user_of(server, "amina"), pubkey(key))
    laptop = Laptop(
        Office(server, SystemClock(), random.SystemRandom().getrandbits),
        user_of(server, "amina"),
        device,
        lambda said: signature(key, said.decode()),
    )
    family = laptop.family()
    chance, kills = random.Random(3), 0
    for round_ in range(30):
        for _ in range(20):
            laptop.person(family)
        if round_ % 6 == 2:
            os.kill(chance.choice(children(parent)), signal.SIGKILL)
            kills += 1
        assert eventually(lambda: _pushed(door, laptop, key))
    assert kills == 5
    assert laptop.acked == 601
    laptop.pull()
    assert sum(entity == "person" for entity, _id in laptop.rows) == 600
    assert eventually(lambda: len(children(parent)) == 2)
    database.close()


def _pushed(door: Door, laptop: Laptop, key: EllipticCurvePrivateKey) -> bool:
    """Push what is not acknowledged, as a laptop does: signed in anew, and the same body until it is answered."""
    try:
        with door.client() as client:
            nonce = client.get("/v1/hello").json()["nonce"]
            granted = client.post("/v1/devices/token", json=assertion(key, laptop.device, nonce)).json()
            ack = lines(post_lines(client, "/v1/sync/push", granted["access"], laptop.body()))[0]
    except httpx.TransportError:
        return False
    laptop.acked = ack["acked"]
    return laptop.acked == laptop.seq
