"""The agency's policy on the server: the built-in one until an administrator loads another."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from engage_server.server import Server
from engage_server.write import Change
from engage_wire.entities import REGISTRY
from engage_wire.policy import FILES, Policy, PolicyFault, check_against, document, read_document, read_files
from engage_wire.registry import Doc


def built_in_files() -> dict[str, bytes]:
    """Return the policy files the product comes with."""
    folder = files("engage_server").joinpath("_resources", "policy")
    return {name: folder.joinpath(name).read_bytes() for name in FILES}


def policy_of(agency: Doc) -> Policy:
    """Return the policy an agency row carries, the built-in one when it carries none."""
    text = agency.get("policy")
    return read_document(str(text)) if text else read_files(built_in_files())


def load_policy(server: Server, folder: Path) -> Policy:
    """Make a folder's policy the agency's; PolicyFault when the program could not work with it."""
    texts: dict[str, bytes] = {}
    for name in FILES:
        try:
            texts[name] = (folder / name).read_bytes()
        except OSError:
            raise PolicyFault(f"{name} is missing or cannot be read.") from None
    policy = read_files(texts)
    check_against(policy, read_files(built_in_files()), REGISTRY)
    change = Change("agency", server.agency, {"policy": document(texts)}, update=True)
    server.write([change], cmd="policy.load")
    return policy
