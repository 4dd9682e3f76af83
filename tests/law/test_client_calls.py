"""tests/calls.py has a line for every function that clients may call: the fuzz and the attacker call them all."""

from __future__ import annotations

import psycopg
from tests.calls import CALLS, client_functions, sample_of


def without_a_line(connection: psycopg.Connection) -> list[str]:
    """Return the functions that clients may call and no line calls."""
    return [f.name for f in client_functions(connection) if sample_of(f) is None]


def test_every_function_that_clients_may_call_has_a_line(owner: psycopg.Connection) -> None:
    assert without_a_line(owner) == [], "add a sample call to tests/calls.py"


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
