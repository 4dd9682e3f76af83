"""Whatever the service sends, it is answered or refused with a code of the catalog: a back office has wrong arguments, too.

Calls are those of tests/repeats.py with one argument after the other made hostile; how long they take is not asked.
"""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest
from tests.calls import At, ClientFunction
from tests.hostile.fuzz import Fuzz
from tests.repeats import repeat_of
from tests.world import World

LONGEST = 1000  # characters of a value: how a megabyte is met is asked of clients


def service_functions(connection: psycopg.Connection) -> list[tuple[ClientFunction, int]]:
    """Return what the service may execute and people may not, with the number of arguments that have no default."""
    rows = connection.execute(
        """
        select format('%s.%s', n.nspname, p.proname), coalesce(p.proargnames, '{}'), array(
            select format_type(t.oid, null) from unnest(p.proargtypes) with ordinality as t (oid, at) order by t.at
          ), p.pronargs - p.pronargdefaults
        from pg_proc as p
        join pg_namespace as n on n.oid = p.pronamespace
        where n.nspname in ('core', 'slots', 'cards', 'xp', 'sparc') and p.prokind = 'f'
          and has_function_privilege('service_role', p.oid, 'execute')
          and not has_function_privilege('authenticated', p.oid, 'execute')
          and obj_description(p.oid, 'pg_proc') like '%[service]%'
        order by 1, 3
        """
    ).fetchall()
    return [
        (
            ClientFunction(name, tuple(zip(names, types, strict=False)) if types else (), False),
            needed,
        )
        for name, names, types, needed in rows
    ]


def wrong_answers(fuzz: Fuzz, function: ClientFunction, needed: int) -> Iterator[str]:
    """Yield the calls that PostgreSQL itself refused."""
    line = repeat_of(function.name)
    names = [name for name, _ in function.arguments]
    sample: dict[str, str | None] = dict.fromkeys(names[:needed])
    for name, value in line.arguments.items() if line else ():
        if not isinstance(value, At):
            sample[name] = value
        elif value.name in fuzz.world.names:
            sample[name] = fuzz.world.names[value.name]
    calls = [dict.fromkeys(names)]
    for name, kind in function.arguments:
        for value in fuzz.types.values(kind, sample.get(name)):
            if value is None or len(value) <= LONGEST:
                calls.append({**sample, name: value})
    for arguments in calls:
        error, _ = fuzz.answer("service", function.name, arguments)
        code = error.sqlstate or "" if error else "KG"
        if not code.startswith("KG") and code != "57014" and fuzz.readable(function, arguments):
            yield f"{function.name} {arguments}: {code} {error}"


@pytest.fixture(scope="module")
def fuzz(world: World) -> Fuzz:
    """A fuzz of the module's world."""
    return Fuzz(world)


def test_the_service_is_answered_or_refused(fuzz: Fuzz) -> None:
    found = [
        wrong
        for function, needed in service_functions(fuzz.owner)
        for wrong in wrong_answers(fuzz, function, needed)
    ]
    assert "\n".join(found) == ""


def test_a_function_of_the_service_that_is_not_careful_is_found(fuzz: Fuzz) -> None:
    """A limit that goes into a statement as it was sent."""
    fuzz.owner.execute(
        "create function core.bad(most integer) returns bigint language sql"
        " begin atomic select count(*) from (select from core.settings limit bad.most) as s; end"
    )
    fuzz.owner.execute("comment on function core.bad(integer) is 'Bad. [service]'")
    fuzz.owner.execute("grant execute on function core.bad(integer) to service_role")
    fuzz.owner.execute("revoke execute on function core.bad(integer) from public")
    try:
        ((function, needed),) = [
            found for found in service_functions(fuzz.owner) if found[0].name == "core.bad"
        ]
        assert "2201W" in "".join(wrong_answers(fuzz, function, needed))
    finally:
        fuzz.owner.execute("drop function core.bad(integer)")
