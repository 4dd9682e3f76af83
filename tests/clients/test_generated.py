"""The generated modules are what the catalog says, and what they say of answers is true."""

from __future__ import annotations

import json
import re
import types
import typing
from collections.abc import Iterator
from dataclasses import is_dataclass
from typing import Any

import psycopg
import pytest
from gamekeeper import Caller, Gamekeeper, Kept, api
from psycopg.rows import dict_row
from tests.calls import CALLS, Call
from tests.world import PEOPLE, World, user_id

import clients
from clients import catalog, forms
from clients.documents import DOCUMENTS, PLACES
from runner import ROOT


@pytest.fixture(scope="module")
def found(test_databases: Any) -> Iterator[catalog.Catalog]:
    name = test_databases.clone()
    yield catalog.read(test_databases.server.conninfo(name))
    test_databases.drop(name)


def test_the_committed_clients_are_fresh(database: str) -> None:
    assert clients.stale(database, ROOT) == [], "run scripts/gamekeeper clients and commit clients/"


def test_every_json_document_of_a_client_function_has_its_form(found: catalog.Catalog) -> None:
    assert found.unnamed == (), "say in scripts/clients/documents.py what these hold"


def test_no_form_stands_for_what_is_no_more(found: catalog.Catalog) -> None:
    said = {
        f"{record.schema}.{record.name}.{field.name}"
        for record in found.records.values()
        for field in record.fields
    } | {
        place
        for function in found.functions
        for place in (
            f"{function.schema}.{function.name}()",
            *(f"{function.schema}.{function.name}({a.name})" for a in function.arguments),
        )
    }
    assert set(PLACES) - said == set()
    words = set(DOCUMENTS) | {"string", "int", "number", "boolean", "null", "Json"}
    texts = [*PLACES.values()]
    for form in DOCUMENTS.values():
        texts += [form] if isinstance(form, str) else form.values()

    def unknown(form: forms.Form) -> list[str]:
        own = [form.word] if form.kind == "word" and form.word not in words else []
        return own + [word for part in form.parts for word in unknown(part)]

    assert [word for text in texts for word in unknown(forms.parse(text))] == []


def test_what_clients_may_call_is_listed_and_helpers_are_not(
    found: catalog.Catalog, database: str
) -> None:
    with psycopg.connect(database) as conn:
        helpers = conn.execute(
            "select pronamespace::regnamespace || '.' || proname from pg_proc"
            " where obj_description(oid, 'pg_proc') like '%[helper]%'"
        ).fetchall()
    listed = {f"{function.schema}.{function.name}" for function in found.functions}
    assert len(listed) > 100
    assert {name for (name,) in helpers} & listed == set()
    called = {line.function for line in CALLS if not line.function.startswith("auth.")}
    own = {
        "core.is_",
        "core.now",
        "core.sess",
        "core.user",
        "core.uuid",
    }  # helpers that policies call
    assert {name for name in called - listed if not name.startswith(tuple(own))} <= {
        name for (name,) in helpers
    }


def test_neither_client_has_a_type_that_says_nothing() -> None:
    python = (ROOT / clients.python.FILE).read_text()
    script = (ROOT / clients.typescript.FILE).read_text()
    assert not re.search(r"(: |\[|\| )Any\b", python)
    assert not re.search(r"(: |<|\| )(any|unknown)\b", script)


# Answers --------------------------------------------------------------------------------------


def caller_of(who: str) -> Caller:
    """Return a caller of the world."""
    if who == "anon":
        return Caller.anon()
    if who == "service":
        return Caller.service()
    return Caller.operator(user_id(who)) if who == "operator" else Caller.user(user_id(who))


def problem(value: Any, kind: Any, at: str) -> str | None:
    """Say what of a value is not as its annotation says."""
    origin = typing.get_origin(kind)
    arguments = typing.get_args(kind)
    if kind is api.Json or kind == "Json" or isinstance(kind, typing.ForwardRef):
        return None
    if origin in (typing.Union, types.UnionType):
        problems = [problem(value, choice, at) for choice in arguments]
        return None if None in problems else "; ".join(str(one) for one in problems)
    if origin is typing.NotRequired:
        return problem(value, arguments[0], at)
    if origin is typing.Literal:
        return None if value in arguments else f"{at}: {value!r} is none of {arguments}"
    if kind is type(None):
        return None if value is None else f"{at}: {value!r} is not null"
    if origin is list:
        if not isinstance(value, list):
            return f"{at}: {value!r} is no list"
        return next(filter(None, (problem(one, arguments[0], f"{at}[]") for one in value)), None)
    if origin is dict:
        if not isinstance(value, dict):
            return f"{at}: {value!r} is no object"
        return next(
            filter(None, (problem(one, arguments[1], f"{at}.{key}") for key, one in value.items())),
            None,
        )
    if is_dataclass(kind) and isinstance(value, kind):
        hints = typing.get_type_hints(kind)
        return next(
            filter(None, (problem(getattr(value, k), h, f"{at}.{k}") for k, h in hints.items())),
            None,
        )
    if typing.is_typeddict(kind):
        if not isinstance(value, dict):
            return f"{at}: {value!r} is no object"
        hints = typing.get_type_hints(kind, include_extras=True)
        required = {k for k, h in hints.items() if typing.get_origin(h) is not typing.NotRequired}
        if required - set(value) or set(value) - set(hints):
            return f"{at}: missing {required - set(value)}, unknown {set(value) - set(hints)}"
        return next(
            filter(None, (problem(one, hints[k], f"{at}.{k}") for k, one in value.items())), None
        )
    if kind is float:
        good = isinstance(value, (int, float)) and not isinstance(value, bool)
    elif kind is int:
        good = isinstance(value, int) and not isinstance(value, bool)
    else:
        good = isinstance(value, kind)
    return None if good else f"{at}: {value!r} is no {kind}"


def value_of(connection: psycopg.Connection, type_: str, kind: str, text: str | None) -> Any:
    """Return an argument as a caller of the client would have it."""
    if text is None or kind not in ("json", "record"):
        return text
    cast = f"%s::{type_}"
    row = connection.execute(
        (f"select to_jsonb({cast})" if kind == "record" else f"select {cast}").encode(), [text]
    ).fetchone()
    assert row
    if kind == "json":
        return row[0]
    schema, name = type_.split(".")
    record = getattr(api, clients.python.camel(f"{schema}_{name}"))
    return record(**row[0])


LISTED = [line for line in CALLS if line.refused is None and not line.function.startswith("auth.")]


@pytest.mark.parametrize("line", LISTED, ids=lambda line: f"{line.function} {line.overload or ''}")
def test_an_answer_is_what_the_generated_types_say(
    world: World, line: Call, found: catalog.Catalog
) -> None:
    schema, name = line.function.split(".")
    forms_of = [f for f in found.functions if (f.schema, f.name) == (schema, name)]
    if not forms_of:
        return  # a helper that policies call: no client lists it
    names = set(line.arguments)
    function = next(f for f in forms_of if names <= {a.name for a in f.arguments})
    with psycopg.connect(world.conninfo, autocommit=True) as owner:
        kinds = {a.name: a.type for a in function.arguments}
        values = {
            key: value_of(owner, kinds[key].sql, kinds[key].kind, text)
            for key, text in line.values(world).items()
        }
    described = getattr(api, clients.python.constant(function))
    given = described.complete(values)
    caller = caller_of(line.caller)
    with psycopg.connect(world.conninfo, row_factory=dict_row) as conn:
        conn.execute(
            "select set_config('role', %s, true), set_config('request.jwt.claims', %s, true)",
            [caller.role, json.dumps(caller.claims)],
        )
        rows = conn.execute(described.statement(given), described.values(given)).fetchall()
        conn.rollback()
    answer = described.answer(rows)
    hints = typing.get_type_hints(
        getattr(getattr(api, clients.python.camel(schema)), clients.python.safe(function.method))
    )
    if hints["return"] is not type(None):
        assert problem(answer, hints["return"], line.function) is None


def test_the_world_has_people_for_whom_the_samples_are_called() -> None:
    assert {line.caller for line in LISTED} <= {*PEOPLE, "anon", "service"}
    assert len(LISTED) > 80


def test_a_wrong_answer_would_be_found() -> None:
    assert problem({"stake": "5"}, api.SlotsStake, "x")
    assert problem({}, api.SlotsStake, "x")
    assert problem({"stake": 5, "more": 1}, api.SlotsStake, "x")
    assert problem(None, str, "x")
    assert problem({"stake": 5}, api.SlotsStake, "x") is None


def test_the_whole_client_can_be_made(database: str) -> None:
    connections = Kept(database)
    db = Gamekeeper(connections, Caller.user(user_id("ana")))
    assert db.core.version()
    connections.close()
