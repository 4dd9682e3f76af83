"""tests/calls.py has a line for every function that clients may call, and each line does what it says."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest
from tests.calls import CALLS, Call, client_functions, sample_of, statement
from tests.world import World


@pytest.fixture(scope="module")
def world(test_databases: object) -> Iterator[World]:
    """The world, in a clone of this module's own."""
    name = test_databases.clone()  # type: ignore[attr-defined]
    made = World(test_databases.server.conninfo(name))  # type: ignore[attr-defined]
    yield made
    made.close()
    test_databases.drop(name)  # type: ignore[attr-defined]


def without_a_line(connection: psycopg.Connection) -> list[str]:
    """Return the functions that clients may call and no line calls."""
    return [f.name for f in client_functions(connection) if sample_of(f) is None]


def test_every_function_that_clients_may_call_has_a_line(owner: psycopg.Connection) -> None:
    assert without_a_line(owner) == []


def test_a_new_function_of_clients_without_a_line_is_found(owner: psycopg.Connection) -> None:
    with owner.transaction(force_rollback=True):
        owner.execute(
            "create function core.unheard_of(word text) returns text language sql return word"
        )
        owner.execute("grant execute on function core.unheard_of(text) to authenticated")
        assert without_a_line(owner) == ["core.unheard_of"]


def test_every_line_calls_a_function_with_arguments_that_it_has(owner: psycopg.Connection) -> None:
    functions = client_functions(owner)
    for line in CALLS:
        fitting = [f for f in functions if sample_of(f) is line]
        assert len(fitting) == 1, line.function
        assert set(line.arguments) == {name for name, _ in fitting[0].arguments}, line.function


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
