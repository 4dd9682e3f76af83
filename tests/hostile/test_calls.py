"""Each line of tests/calls.py does what it says (that every function has one is a law: tests/law)."""

from __future__ import annotations

import psycopg
import pytest
from tests.calls import CALLS, Call, statement
from tests.world import World


@pytest.mark.parametrize(
    "line", CALLS, ids=lambda line: f"{line.function} {line.overload or ''}".strip()
)
def test_a_sample_call_succeeds_or_is_refused_as_its_line_says(world: World, line: Call) -> None:
    connection = world.connect(line.caller, autocommit=False)
    code = None
    try:
        connection.execute(statement(line.function, line.arguments), line.values(world))
    except psycopg.Error as error:
        code = error.sqlstate
    finally:
        connection.rollback()
        connection.close()
    assert code == line.refused
