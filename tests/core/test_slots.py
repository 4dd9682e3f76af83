"""Slots of ids and codes are what the vectors say: tests/vectors/slots.json.

The functions here are written anew, from docs/architecture.md, "Ids"; the clients for Python and TypeScript check
themselves by the same file (tests/clients).
"""

from __future__ import annotations

import hashlib
import json
import string
import uuid
from collections import Counter

import psycopg

from runner import ROOT

VECTORS = json.loads((ROOT / "tests" / "vectors" / "slots.json").read_text(encoding="utf-8"))
LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def slot_of(text: str) -> int:
    """Return the slot of a person."""
    digest = hashlib.sha256(text.translate(LOWER).encode()).digest()
    return int.from_bytes(digest[:2], "big") >> 6


def slot_in(text: str) -> int:
    """Return the slot that an id carries: the ten bits after the variant."""
    return uuid.UUID(text).int >> 52 & 1023


def slot_of_code(text: str) -> int | None:
    """Return the slot that a code carries; None for what is no code."""
    code = text.strip(" ").upper()
    if len(code) != 8 or set(code) - set(ALPHABET):
        return None
    value = 0
    for letter in code[:3]:
        value = value * 31 + ALPHABET.index(letter)
    return value % 1024


def expected() -> list[list[int | None]]:
    """Return what the file says, in its order."""
    return [[line["slot"] for line in VECTORS[kind]] for kind in ("ids", "uuids", "codes")]


def test_the_vectors_reach_into_every_corner() -> None:
    ids, uuids, codes = expected()
    assert min(map(len, (ids, uuids, codes))) >= 12
    assert {0, 1023} <= set(ids) & set(uuids) & set(codes)
    assert None in codes
    assert any(not line["id"].isascii() for line in VECTORS["ids"])


def test_python_finds_the_slots_of_the_vectors() -> None:
    assert [
        [slot_of(line["id"]) for line in VECTORS["ids"]],
        [slot_in(line["uuid"]) for line in VECTORS["uuids"]],
        [slot_of_code(line["code"]) for line in VECTORS["codes"]],
    ] == expected()


def test_sql_finds_the_slots_of_the_vectors(owner: psycopg.Connection) -> None:
    def found(call: str, values: list[str]) -> list[int | None]:
        return [
            row[0]
            for row in owner.execute(
                f"select {call} from unnest(%s::text[]) with ordinality as v (x, n) order by n".encode(),
                [values],
            )
        ]

    assert [
        found("core.slot_of(x)", [line["id"] for line in VECTORS["ids"]]),
        found("core.slot_in(x::uuid)", [line["uuid"] for line in VECTORS["uuids"]]),
        found("core.slot_of_code(x)", [line["code"] for line in VECTORS["codes"]]),
    ] == expected()


def test_people_are_spread_over_all_slots() -> None:
    """A hundred thousand people: 98 a slot; 60 and 140 are four standard deviations away, and the ids are fixed."""
    counts = Counter(slot_of(str(uuid.UUID(int=n))) for n in range(100_000))
    assert len(counts) == 1024
    assert min(counts.values()) > 55
    assert max(counts.values()) < 145
