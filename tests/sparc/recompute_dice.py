"""Recomputes the dice of a session of sparc from its revealed secrets, with nothing but Python's standard library.

The recipe stands in docs/sparc.md, "Fair dice". This program shares no code with the database. On its standard input it
takes {"secrets": [...], "rolls": [...]}: what sparc.revealed_secrets returned, and rows of sparc.dice_rolls. It prints a
line for each roll that is not what its secret says, and ends with status 1 if there is one.
"""

import hashlib
import hmac
import json
import sys
from typing import Any

STRETCH = 2**32 - 2**32 % 6


def word(secret: bytes, message: str) -> int:
    """Return the first four bytes of HMAC-SHA256, big-endian."""
    return int.from_bytes(hmac.new(secret, message.encode(), hashlib.sha256).digest()[:4], "big")


def dice(secret: bytes, number: int, count: int) -> list[int]:
    """Return the dice of a roll number: draw after draw, those beyond the last whole stretch of six passed over."""
    faces: list[int] = []
    draw = 0
    while len(faces) < count:
        drawn = word(secret, f"{number}:{draw}")
        draw += 1
        if drawn < STRETCH:
            faces.append(drawn % 6 + 1)
    return faces


def animation_seed(secret: bytes, number: int) -> int:
    """Return the seed of a roll number's animation."""
    return word(secret, f"{number}:animation")


def outcome(faces: list[int], total: int, difficulty: int) -> str:
    """Return what a roll means."""
    if set(faces) == {6}:
        return "critical_success"
    if set(faces) == {1}:
        return "critical_failure"
    return "success" if total >= difficulty else "failure"


def faults(secrets: list[dict[str, Any]], rolls: list[dict[str, Any]]) -> list[str]:
    """Return what is wrong, a sentence each."""
    found = [
        f"secret {s['secret_number']} is not the one whose hash was published"
        for s in secrets
        if hashlib.sha256(bytes.fromhex(s["secret"])).hexdigest() != s["secret_hash"]
    ]
    for roll in rolls:
        number = roll["roll_number"]
        serving = max(
            (s for s in secrets if s["from_number"] <= number), key=lambda s: s["secret_number"]
        )
        secret = bytes.fromhex(serving["secret"])
        faces = dice(secret, number, roll["dice_count"])
        total = sum(faces) + sum(m["value"] for m in roll["modifiers"] if m["type"] == "flat")
        expected = {
            "results": faces,
            "total": sum(faces),
            "modified_total": total,
            "margin": total - roll["difficulty"],
            "outcome": outcome(faces, total, roll["difficulty"]),
            "animation_seed": animation_seed(secret, number),
        }
        found += [
            f"roll {number}: {name} is {roll[name]}, not {value}"
            for name, value in expected.items()
            if roll[name] != value
        ]
    return found


if __name__ == "__main__":
    given = json.load(sys.stdin)
    wrong = faults(given["secrets"], given["rolls"])
    print("\n".join(wrong), end="\n" if wrong else "")
    sys.exit(1 if wrong else 0)
