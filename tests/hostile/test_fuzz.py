"""No argument that anybody may send keeps a function of clients busy, or meets an error that was not foreseen.

Every function that anon or authenticated may execute answers, or refuses with a code of the catalog, within 100 ms of
CPU for any argument of up to a megabyte, what PostgreSQL takes to read it not counted; operators may take longer.
"""

from __future__ import annotations

import pytest
from tests.calls import CALLS, Call, client_functions, sample_of
from tests.hostile.fuzz import Fuzz
from tests.world import World


@pytest.fixture(scope="module")
def fuzz(world: World) -> Fuzz:
    """A fuzz of the module's world."""
    return Fuzz(world)


@pytest.mark.parametrize(
    "line", CALLS, ids=lambda line: f"{line.function} {line.overload or ''}".strip()
)
def test_hostile_arguments_are_answered_or_refused(fuzz: Fuzz, line: Call) -> None:
    (function,) = [f for f in client_functions(fuzz.owner) if sample_of(f) is line]
    assert [str(finding) for finding in fuzz.findings(function, line)] == []


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ("begin perform repeat('x', 1000)::integer; end", "22P02"),
        ("begin perform 1 / coalesce(length(bad.word), 0); end", "22012"),
        ("begin while true loop null; end loop; end", "not answered within a second"),
        ("begin perform count(*) from generate_series(1, 3000000); end", "of CPU"),
    ],
)
def test_the_fuzz_finds_a_function_that_is_not_careful(
    fuzz: Fuzz, body: str, complaint: str
) -> None:
    """Each kind of carelessness, planted in a function of clients."""
    fuzz.owner.execute(
        f"create function core.bad(word text) returns void language plpgsql as $$ {body} $$".encode()
    )
    fuzz.owner.execute("grant execute on function core.bad(text) to authenticated")
    try:
        (function,) = [f for f in client_functions(fuzz.owner) if f.name == "core.bad"]
        found = fuzz.findings(function, Call("core.bad", "ana", {"word": "x"}))
        assert complaint in str(next(found))
    finally:
        fuzz.owner.execute("drop function core.bad(text)")
