"""Every setting has a type, a range and an effect that some function has; core.set_setting refuses what lies outside."""

from __future__ import annotations

import json
import re
from decimal import Decimal

import psycopg
import pytest

Value = bool | int | Decimal | str | None


def bodies(connection: psycopg.Connection) -> str:
    """Return the bodies of all functions."""
    return "\n".join(
        body
        for (body,) in connection.execute(
            "select coalesce(pg_get_function_sqlbody(p.oid), p.prosrc) from pg_proc as p"
            " where p.pronamespace::regnamespace::text in ('core', 'slots', 'cards', 'xp', 'sparc')"
        )
    )


def unread(connection: psycopg.Connection) -> list[str]:
    """Return the settings that no function names, and what functions read that is no setting."""
    code = bodies(connection)
    names = {name for (name,) in connection.execute("select name from core.settings")}
    read = set(re.findall(r"core\.(?:setting|require_quota)\(\s*'([a-z_0-9.]+)'", code))
    return sorted({name for name in names if f"'{name}'" not in code} | read - names)


def unbounded(connection: psycopg.Connection) -> list[str]:
    """Return the settings without both bounds, with a default outside, or whose meaning says nothing."""
    return [
        name
        for (name,) in connection.execute(
            """
            select s.name
            from core.settings as s
            where (s.type <> 'boolean' and (s.minimum is null or s.maximum is null))
              or (s.type = 'boolean' and (s.minimum is not null or s.maximum is not null))
              or s.meaning !~ '^[A-Z].{20,}\\.$'
              or s.value <> s.default_value
            order by s.name
            """
        )
    ]


def test_every_setting_is_read_and_everything_read_is_a_setting(owner: psycopg.Connection) -> None:
    assert unread(owner) == []
    with owner.transaction(force_rollback=True):
        owner.execute("delete from core.settings where name = 'cards.room_size'")
        owner.execute(
            "insert into core.settings (name, type, minimum, maximum, default_value, value, meaning)"
            " values ('core.unread', 'integer', 1, 2, '1', '1', 'What nobody reads does nothing.')"
        )
        assert unread(owner) == ["cards.room_size", "core.unread"]


def test_every_setting_has_bounds_and_says_what_it_does(owner: psycopg.Connection) -> None:
    assert unbounded(owner) == []
    with owner.transaction(force_rollback=True):
        owner.execute("update core.settings set maximum = null where name = 'cards.room_size'")
        owner.execute("update core.settings set meaning = 'x' where name = 'xp.self_segment'")
        assert unbounded(owner) == ["cards.room_size", "xp.self_segment"]


def refusal(connection: psycopg.Connection, name: str, value: Value) -> dict[str, object] | None:
    """Set a setting as the service, undo it, and return the DETAIL of the refusal; None where it was taken."""
    try:
        with connection.transaction(force_rollback=True):
            connection.execute(
                "select core.set_setting(%s, %s::jsonb)", [name, json.dumps(value, default=float)]
            )
    except psycopg.Error as error:
        return {"sqlstate": error.sqlstate, **json.loads(error.diag.message_detail or "{}")}
    return None


def test_what_lies_just_outside_is_refused_with_the_range(owner: psycopg.Connection) -> None:
    rows = owner.execute(
        "select name, type, minimum, maximum, value from core.settings order by name"
    ).fetchall()
    for name, kind, minimum, maximum, value in rows:
        assert refusal(owner, name, value) is None, name
        wrong: list[Value] = [None]
        if kind == "boolean":
            assert refusal(owner, name, not value) is None, name
            wrong += [0, 1, "true"]
        elif kind == "text":
            wrong += [1, True, "x" * (int(minimum) - 1), "x" * (int(maximum) + 1)]
        else:
            step = 1 if kind == "integer" else Decimal("0.0001")
            for inside in (minimum, maximum):
                assert refusal(owner, name, inside) is None, (name, inside)
            wrong += [minimum - step, maximum + step, True, str(value)]
            if kind == "integer":
                wrong.append(minimum + Decimal("0.5"))
        for outside in wrong:
            said = refusal(owner, name, outside)
            assert said is not None, (name, outside)
            bounds = [None if bound is None else float(bound) for bound in (minimum, maximum)]
            found = [said.get(key) for key in ("sqlstate", "field", "type", "minimum", "maximum")]
            assert found == ["KG001", "value", kind, *bounds], (name, outside)


@pytest.mark.parametrize("zone", ["Nowhere/None", "UTC+3", "<UTC>-12"])
def test_a_zone_that_is_none_is_refused(owner: psycopg.Connection, zone: str) -> None:
    said = refusal(owner, "xp.server_timezone", zone)
    assert said is not None
    assert (said["sqlstate"], said["field"]) == ("KG001", "value")
    assert refusal(owner, "xp.server_timezone", "Europe/Brussels") is None
