"""Nothing that a person wrote is left after an erasure, and nobody else misses anything, whatever state the person was in."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from tests.people.states import BYSTANDERS, STATES, WITHOUT_ACCOUNT, color, story, word
from tests.world import World, user_id

# A digest has no words.
WITHOUT_WORDS = {"core.request_keys.arguments_hash"}

# Copies of names that stand in cards.players, each beside the names of others, which nobody gets with their own data.
COPIES = {"cards.named_results.players"}

# All do the same: what the service calls, the end of a sign-up, and upkeep when the time to come back is over.
ERASING = {
    "erase_person": "select core.erase_person(%s, 'ticket 7')",
    "delete": "delete from auth.users where id = %s",
    "close": "select core.close_account()",
}

# What checks itself, as the service, and finds no fault.
CHECKS = {
    "card games replay": "select g.id, v from cards.games as g cross join lateral cards.verify_game(g.id) as v",
    "wallets verify": "select w.wallet_id, v from slots.wallets as w cross join lateral slots.verify_wallet(w.wallet_id) as v",
    "wallets reconcile": "select * from slots.reconcile_wallets()",
    "xp reconciles": "select * from xp.reconcile()",
    "rolls verify": """
        select s.id, v from (select id, status from sparc.sessions union all select id, status from sparc.archived_sessions) as s
        cross join lateral sparc.verify_session(s.id) as v
        where s.status in ('completed', 'cancelled') and not v.is_valid
    """,
}

# What the two who stay can read, whoever left.
READS = {
    "own games": "select cards.player_view(g.id) from unnest(%(games)s::uuid[]) as g (id)",
    "events of own games": "select cards.list_events(g.id) from unnest(%(games)s::uuid[]) as g (id)",
    "rooms": "select * from cards.list_rooms()",
    "history of rooms": "select * from cards.room_history()",
    "board of cards": "select * from cards.leaderboard()",
    "games of players": "select l.* from cards.players as p cross join lateral cards.list_player_games(p.id) as l",
    "own sessions": "select d.* from sparc.my_session_ids() as m (id) cross join lateral sparc.get_session_details(m.id) as d",
    "feeds of own sessions": "select e.* from sparc.my_session_ids() as m (id) cross join lateral sparc.list_session_events(m.id, 0, 1000) as e",
    "sessions that are open": "select * from sparc.browse_sessions()",
    "archived rolls": "select * from sparc.archived_dice_rolls",
    "board of the season": "select * from xp.leaderboard('past')",
    "adventures": "select * from sparc.adventures",
}


def canaries(name: str) -> set[str]:
    """Return what stands in everything of a person, under all their ids, and in nothing else."""
    ids = ("merged", "merger") if name == "merger" else (name,)
    return {mark for each in ids for mark in (word(each), color(each))}


class Told:
    """The story in a database of its own, and how to look at all of it."""

    def __init__(self, test_databases: Any, erasing: str) -> None:
        """Tell the story."""
        self.erasing = erasing
        self.server = test_databases.server
        self.database = test_databases.clone()
        self.world = World(self.server.conninfo(self.database), story(), (*BYSTANDERS, *STATES))
        self.owner = self.world.connect("owner")

    def erase_everybody(self) -> None:
        """Erase everybody in the one way, the merger before the merged, who go with it."""
        if "close" not in self.erasing:
            service = self.world.connect("service")
            for name in reversed(STATES):
                how = ERASING["erase_person"] if name in WITHOUT_ACCOUNT else self.erasing
                service.execute(how.encode(), [user_id(name)])
            return
        for name in STATES:
            if name in WITHOUT_ACCOUNT:
                self.world.connect("service").execute(
                    ERASING["erase_person"].encode(), [user_id(name)]
                )
            elif name != "merged":
                self.world.connect(name).execute(self.erasing.encode())
        self.owner.execute(
            "update core.closed_persons set until = core.wall_clock() where kind = 'closed'"
        )
        for _run in range(len(STATES)):
            self.owner.execute("select core.upkeep_people()")

    def dump(self) -> str:
        """Return everything that is in the database, in lower case."""
        done = subprocess.run(
            [str(self.server.binaries / "pg_dump")],
            env=self.server.environment(self.database),
            capture_output=True,
            text=True,
            check=True,
        )
        # a key of pg_dump's own stands in two lines, another one each time
        return re.sub(r"^\\(un)?restrict .*$", "", done.stdout.lower(), flags=re.M)

    def personal(self) -> list[str]:
        """Return the columns that are classified personal, as schema.table.column."""
        rows = self.owner.execute(
            r"""
            select format('%s.%s.%s', n.nspname, c.relname, a.attname)
            from pg_attribute as a
            join pg_class as c on c.oid = a.attrelid and c.relkind in ('r', 'p') and not c.relispartition
            join pg_namespace as n on n.oid = c.relnamespace
            where a.attnum > 0 and col_description(c.oid, a.attnum) ~ '\[personal\]$'
            order by 1
            """
        ).fetchall()
        return [column for (column,) in rows]

    def values(self, column: str) -> list[str]:
        """Return what stands in a column, as text."""
        schema, table, name = column.split(".")
        query = psycopg.sql.SQL("select {}::text from {} where {} is not null")
        field = psycopg.sql.Identifier(name)
        rows = self.owner.execute(
            query.format(field, psycopg.sql.Identifier(schema, table), field)
        ).fetchall()
        return [value.lower() for (value,) in rows]

    def exported(self, name: str, page_size: int = 7) -> list[dict[str, Any]]:
        """Return all rows that are exported of a person, joined from small pages."""
        service = self.world.connect("service")
        found: list[dict[str, Any]] = []
        after = None
        while True:
            page = [
                row
                for (row,) in service.execute(
                    "select to_jsonb(e) from core.export_person(%s, after => %s, page_size => %s) as e",
                    [user_id(name), after, page_size],
                )
            ]
            assert len(page) <= page_size
            found += page
            if len(page) < page_size:
                return found
            after = json.dumps({k: v for k, v in page[-1].items() if k != "row"})


@pytest.fixture(scope="module", params=ERASING)
def told(request: pytest.FixtureRequest, test_databases: Any) -> Iterator[Told]:
    """The story, which the tests of this file go on with in their order, with each way of erasing."""
    made = Told(test_databases, ERASING[request.param])
    yield made
    made.world.close()
    test_databases.drop(made.database)


def test_every_personal_column_holds_a_canary(told: Told) -> None:
    """Otherwise the search for canaries would prove nothing about it."""
    columns = told.personal()
    few = 5
    assert len(columns) > few
    marks = {mark for name in STATES for mark in canaries(name)}
    without = [
        column
        for column in columns
        if column not in WITHOUT_WORDS
        and not any(mark in value for value in told.values(column) for mark in marks)
    ]
    assert without == []


@pytest.mark.parametrize("name", sorted(set(STATES) - {"merged"}))
def test_an_export_has_every_personal_value_of_the_person_and_of_nobody_else(
    told: Told, name: str
) -> None:
    rows = told.exported(name)
    document = json.dumps(rows).lower()
    missing = [
        (column, value)
        for column in set(told.personal()) - COPIES
        for value in told.values(column)
        if any(mark in value for mark in canaries(name))
        and json.dumps(value)[1:-1] not in document
        and not (value[:1] in "{[" and json.dumps(json.loads(value)) in document)
    ]
    assert missing == []
    others = {mark for other in STATES for mark in canaries(other)} - canaries(name)
    assert not {mark for mark in others if mark in document}
    keys = [(row["system"], row["table_name"], json.dumps(row["key"])) for row in rows]
    assert len(keys) == len(set(keys))


def reads(told: Told) -> dict[str, int]:
    """Return how many rows each read gives each of those who stay."""
    found = {}
    for who in ("pal", "dee"):
        (games,) = told.owner.execute(
            "select array_agg(g.id) from cards.games as g where %s = any (g.member_ids)",
            [user_id(who)],
        ).fetchone() or (None,)
        client = told.world.connect(who)
        for name, query in READS.items():
            rows = client.execute(query.encode(), {"games": games}).fetchall()
            found[f"{who}: {name}"] = len(rows)
    return found


def test_an_erasure_leaves_no_canary_anywhere(told: Told) -> None:
    """Of nobody, in schema and data of the whole database."""
    before = reads(told)
    told.erase_everybody()
    dump = told.dump()
    assert {mark for name in STATES for mark in canaries(name) if mark in dump} == set()
    after = reads(told)
    assert {what for what, count in before.items() if after[what] == 0 < count} == set()


@pytest.mark.parametrize("check", CHECKS)
def test_what_checks_itself_finds_no_fault_after_all_erasures(told: Told, check: str) -> None:
    service = told.world.connect("service")
    assert service.execute(CHECKS[check].encode()).fetchall() == []


def test_an_erased_person_is_erased_once(told: Told) -> None:
    """Again is nothing: no further line in the audit log, no row that changes."""
    before = set(told.dump().split("\n"))
    service = told.world.connect("service")
    for name in STATES:
        service.execute("select core.erase_person(%s, 'ticket 7')", [user_id(name)])
        service.execute("delete from auth.users where id = %s", [user_id(name)])
    assert [line for line in told.dump().split("\n") if line not in before] == []
    (count,) = told.owner.execute(
        "select count(*) from core.audit_log where table_name = 'core.closed_persons' and after ->> 'kind' = 'erased'"
    ).fetchone() or (0,)
    assert count == len(STATES) - 1  # of merged and merger one
