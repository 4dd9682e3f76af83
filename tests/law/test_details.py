"""DETAIL is part of the contract: its keys are camelCase, and STATE_ERROR always says state and expected."""

import re
from collections.abc import Iterator

import psycopg
import pytest


def split_arguments(text: str, start: int) -> tuple[list[str], int]:
    """Return the arguments of a call whose parenthesis opens at start, and where it closes."""
    arguments, depth, at, begin = [], 0, start, start + 1
    while at < len(text):
        character = text[at]
        if character == "'":
            at = text.index("'", at + 1)
        elif character in "([{":
            depth += 1
        elif character in ")]}":
            depth -= 1
            if depth == 0:
                arguments.append(text[begin:at].strip())
                return arguments, at
        elif character == "," and depth == 1:
            arguments.append(text[begin:at].strip())
            begin = at + 1
        at += 1
    raise AssertionError(f"a call that does not end: {text[start : start + 80]}")


def keys_of(detail: str) -> Iterator[tuple[str, str]]:
    """Yield the keys, with their values, that an expression for DETAIL names at its first level."""
    for call in re.finditer(r"jsonb_build_object\(", detail):
        if detail[: call.start()].count("(") > detail[: call.start()].count(")"):
            continue  # inside another call: a value's own keys
        arguments, _ = split_arguments(detail, call.end() - 1)
        for key, value in zip(arguments[::2], arguments[1::2], strict=True):
            yield key.strip("'"), value
    if literal := re.fullmatch(r"'(\{.*\})'(?:::jsonb)?", detail, re.DOTALL):
        for key, value in re.findall(r'"(\w+)":\s*([\["\w{-])', literal[1]):
            yield key, value


def breaches(name: str, body: str) -> list[str]:
    """Return what the calls of core.raise in a body do against the form of DETAIL."""
    found = []
    body = re.sub(r"--[^\n]*", "", body)
    for call in re.finditer(r"core\.raise\(", body):
        arguments, _ = split_arguments(body, call.end() - 1)
        code = arguments[0].strip("'")
        keys = list(keys_of(arguments[1])) if len(arguments) > 1 else []
        found += [
            f"{name}: {code} has the key {key}"
            for key, _ in keys
            if not re.fullmatch(r"[a-z][a-zA-Z0-9]*", key)
        ]
        if code == "STATE_ERROR":
            if [key for key, _ in keys] != ["state", "expected"]:
                found.append(f"{name}: STATE_ERROR says {[key for key, _ in keys]}")
            elif not re.match(r"\[|jsonb_build_array\(|to_jsonb\(|array|_", keys[1][1]):
                found.append(f"{name}: expected is no list in STATE_ERROR: {keys[1][1]}")
    return found


def bodies(owner: psycopg.Connection) -> list[tuple[str, str]]:
    return owner.execute(
        "select f.name, f.prosrc from test.functions as f where f.prosrc ~ 'core\\.raise\\(' order by 1"
    ).fetchall()


def test_details_have_one_form(owner: psycopg.Connection) -> None:
    functions = bodies(owner)
    assert len(functions) > 80
    found = [breach for name, body in functions for breach in breaches(name, body)]
    assert found == []


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("core.raise('NOT_FOUND', jsonb_build_object('game_id', 1))", "has the key game_id"),
        ("core.raise('NOT_FOUND', '{\"game_id\": 1}')", "has the key game_id"),
        ("core.raise('STATE_ERROR', jsonb_build_object('state', _a))", "says ['state']"),
        ("core.raise('STATE_ERROR')", "says []"),
        (
            "core.raise('STATE_ERROR', jsonb_build_object('state', f(a, b), 'expected', 'Idle'))",
            "is no list",
        ),
        (
            "core.raise('STATE_ERROR', jsonb_build_object('state', a, 'expected', array[b], 'more', c))",
            "'more'",
        ),
    ],
)
def test_a_planted_detail_of_another_form_is_found(call: str, expected: str) -> None:
    (breach,) = breaches("planted", f"begin perform {call}; end")
    assert expected in breach


def test_a_detail_of_the_right_form_passes() -> None:
    body = """
      perform core.raise('NOT_FOUND', jsonb_build_object('gameId', f(a, 'b, c')));
      perform core.raise('STATE_ERROR', jsonb_build_object('state', a, 'expected', jsonb_build_array('x', 'y')));
      perform core.raise('STATE_ERROR', '{"state": "over", "expected": ["running"]}');
      perform core.raise('FORBIDDEN');
    """
    assert breaches("planted", body) == []
