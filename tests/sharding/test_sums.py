"""What the router puts together of all shards is what one machine answers on the same data: order, ranks of equals and pages too.

Each shard begins as a copy of the whole machine. So it has the rows of people who live elsewhere, as if copies of slots had been
left behind, and counts nobody of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import psycopg
import pytest
from psycopg.rows import dict_row
from tests.clients.platforms import platform_of, routed
from tests.sharding.twice import Twice, answer

from sharding import router, ways

BOARDS = ("now", "all", "month:2026-06", "day:2026-02-30", "never")
# People, of whom many have as much as others, and some are hidden, corrected, or on no board.
PEOPLE = """
select xp.create_season('now', '2026-06-01', '2026-06-30');
select test.xp_activate('daily', test.xp_policy());
insert into xp.xp_users (user_id, external_user_id, reward_tz)
select xp.new_user_id(p.id), p.id, 'UTC' from (select md5('person ' || i)::uuid::text as id from generate_series(1, 48) as i) as p;
update xp.xp_profiles set handle = 'Number ' || user_id where user_id % 3 = 0;
insert into xp.xp_ledger (user_id, amount, reason, correlation_id, policy_key, policy_version, season_id, created_at)
select u.user_id, 10 * (1 + abs(hashint8(u.user_id)) % 6), 'EVENT', gen_random_uuid(), 'GRANT', 0, 'now', '2026-06-10 12:00Z'
from xp.xp_users as u where u.user_id / 1024 % 10 <> 0;
select xp.upkeep_boards(), xp.upkeep_boards();
"""
LATER = """
insert into xp.xp_ledger (user_id, amount, reason, correlation_id, policy_key, policy_version, season_id, created_at)
select u.user_id, 10, 'EVENT', gen_random_uuid(), 'GRANT', 0, 'now', '2026-06-11 12:00Z'
from xp.xp_users as u where u.user_id / 1024 % 4 = 0;
insert into xp.xp_hidden_entries (user_id, season_id, reason) select u.user_id, 'now', 'A_CHEAT' from xp.xp_users as u where u.user_id / 1024 % 7 = 1;
select xp.claim_at(u.external_user_id, 'daily', md5(u.user_id || ' ' || k)::uuid, '2026-06-12 12:00Z'::timestamptz)
from xp.xp_users as u cross join generate_series(0, 1) as k where u.user_id / 1024 % 3 = 0;
"""
# Players with rated games, of whom many have won as often as others, and what was recorded of a game of chance.
PLAYED = """
insert into cards.players (id, user_id, display_name, avatar_seed, color)
select cards.player_id_of(u.external_user_id), u.external_user_id, 'Number ' || u.user_id / 1024, 'seed', 'navy' from xp.xp_users as u;
insert into cards.player_lifetime_stats (player_id, rated_games_played, rated_games_won, rated_total_points, rated_highest_score)
select p.id, 5, abs(hashint8(u.user_id)) % 3, 10 * (abs(hashint8(u.user_id)) % 5), 9
from xp.xp_users as u join cards.players as p on p.user_id = u.external_user_id
where u.user_id / 1024 % 5 > 0;
select slots.create_game('Letters', '{"algorithm": "hmac-sha256", "reels": [["A", "B"], ["B", "C"]]}', '{"A": {"payouts": {"1": 1.9}}, "B": {}, "C": {}}');
"""
RECORDED = """
delete from slots.symbol_rollups; delete from slots.game_returns; delete from slots.game_rollups;
insert into slots.game_rollups (game_id, spins, multipliers, multipliers_squared, pending_bets, rolled_up_at)
select g.game_id, sum(n.n), sum(n.n * 0.95), sum(n.n * 1.805), sum(n.n), '2026-06-12 12:00Z'
from slots.games as g cross join unnest({0}::integer[]) as n (n) group by g.game_id having sum(n.n) > 0;
insert into slots.game_returns (game_id, currency, spins, stakes, stakes_squared, payouts, payouts_squared, stakes_by_payouts)
select g.game_id, (array['AUD', 'XXX'])[1 + n.n % 2], sum(n.n), sum(n.n * 2), sum(n.n * 4), sum(n.n * 1.9), sum(n.n * 3.61), sum(n.n * 3.8)
from slots.game_rollups as g cross join unnest({0}::integer[]) as n (n) where n.n > 0 group by 1, 2;
insert into slots.symbol_rollups (game_id, reel, symbol, times)
select g.game_id, v.reel, v.symbol, sum(v.times * n.n)
from slots.game_rollups as g cross join unnest({0}::integer[]) as n (n)
cross join (values (1, 'A', 1), (1, 'B', 2), (2, 'B', 2), (2, 'C', 1)) as v (reel, symbol, times) where n.n > 0 group by 1, 2, 3;
"""
# A season whose first ranks many share: of who leads, one is hidden, one was erased, one is closed, and one was merged into somebody who
# lives on another shard and has less.
PRIZES = """
select xp.create_season('won', '2026-03-01', '2026-03-31', 'won',
  '[{"fromRank": 1, "toRank": 1, "xp": 5000}, {"fromRank": 2, "toRank": 9, "xp": 300}, {"fromRank": 12, "toRank": 20, "xp": 10}]');
select xp.create_season('plain', '2026-04-01', '2026-04-30', 'won');
select xp.create_season('running', '2026-05-01', '9999-12-31', 'won', '[{"fromRank": 1, "toRank": 1, "xp": 5}]');
create temporary table ranked as
  select u.user_id, u.external_user_id::uuid as person, u.user_id % 1024 * 3 / 1024 as shard, row_number() over (order by u.user_id) as n from xp.xp_users as u;
insert into xp.xp_ledger (user_id, amount, reason, correlation_id, policy_key, policy_version, side_seasons, created_at)
select r.user_id, 10 * (1 + r.n % 6) + case when r.n % 9 = 0 then 500 else 0 end, 'EVENT', gen_random_uuid(), 'GRANT', 0, '{won}', '2026-03-05 12:00Z'
from ranked as r where r.n % 11 <> 0;
insert into xp.xp_hidden_entries (user_id, season_id, reason) select user_id, 'won', 'A_CHEAT' from ranked where n = 9;
insert into core.closed_persons (person_id, kind) select person, 'erased' from ranked where n = 18;
insert into core.closed_persons (person_id, kind, until) select person, 'closed', 'infinity' from ranked where n = 27;
insert into core.closed_persons (person_id, kind, into_id)
select m.person, 'merged', (select i.person from ranked as i where i.shard <> m.shard and i.n % 6 = 0 and i.n % 9 <> 0 order by i.n limit 1) from ranked as m where m.n = 36;
drop table ranked;
update xp.xp_roll_up set settled_at = 'infinity' where task = 'xp.boards';
"""
PAID = """
select u.external_user_id as person, p.rank, p.xp, l.amount, l.metadata, p.paid_at is not null as is_paid
from xp.xp_prizes as p
join xp.xp_users as u using (user_id)
left join xp.xp_ledger as l on l.user_id = p.user_id and l.reason = 'SEASON_PRIZE'
where p.season_id = 'won'
"""


@dataclass
class Both(Twice):
    """The same data on one machine and over three shards."""

    people: list[str]
    game: Any


@pytest.fixture(scope="module")
def both(test_databases: Any) -> Iterator[Both]:
    """One machine that was played on, three shards that are copies of it, and their router."""
    name = test_databases.clone()
    address = test_databases.server.conninfo(name)
    with psycopg.connect(address, autocommit=True) as owner:
        for part in (PEOPLE, LATER, PLAYED, PRIZES, RECORDED.format("'{3, 4, 5}'")):
            owner.execute(part.encode())
        people = owner.execute(
            "select external_user_id from xp.xp_users order by user_id"
        ).fetchall()
        (game,) = owner.execute("select game_id from slots.games").fetchone() or (None,)
    with (
        platform_of(test_databases, 3, name) as platform,
        routed(test_databases, platform, name) as front,
        psycopg.connect(front, autocommit=True, row_factory=dict_row) as through,
        psycopg.connect(address, autocommit=True, row_factory=dict_row) as one,
    ):
        for shard, spins in (("s1", "{3}"), ("s2", "{4, 5}"), ("s3", "{0}")):
            with psycopg.connect(platform.servers[shard], autocommit=True) as owner:
                owner.execute(RECORDED.format(f"'{spins}'").encode())
        platform.clones.append(name)
        yield Both(platform, one, through, [person for (person,) in people], game)


def test_every_shard_has_some_of_the_people(both: Both) -> None:
    query = (
        "select count(*) from xp.xp_users as u where not core.is_elsewhere(xp.user_slot(u.user_id))"
    )
    lives = [both.platform.count(name, query) for name in both.platform.servers]
    assert sum(lives) == len(both.people)
    assert min(lives) > 8


@pytest.mark.parametrize("board", BOARDS)
@pytest.mark.parametrize("size", [5, 100])
def test_the_pages_of_a_board_are_those_of_one_machine(both: Both, board: str, size: int) -> None:
    both.become("authenticated", both.people[0])
    page = both.same("select * from xp.leaderboard(%s, %s)", [board, size])
    for _ in range(15):
        if not page or isinstance(page, tuple):
            break
        page = both.same(
            "select * from xp.leaderboard(%s, %s, %s)",
            [board, size, json.dumps(page[-1], default=str)],
        )
    else:
        pytest.fail("the pages don't end")


def test_a_board_has_equals_on_several_shards(both: Both) -> None:
    both.become("service_role")
    rows = both.same("select * from xp.leaderboard('now')")
    assert len({row["rank"] for row in rows}) < len(rows) < len(both.people)


@pytest.mark.parametrize("board", ["now", "all", "never"])
def test_everybody_stands_where_they_stand_on_one_machine(both: Both, board: str) -> None:
    both.become("service_role")
    accounts = both.same("select * from xp.leaderboard('all', 1000)")
    friends = [row["public_id"] for row in accounts[::3]]
    both.same("select * from xp.ranks_of(%s, %s)", [board, friends])
    for person in both.people[::7]:
        both.become("authenticated", person)
        both.same("select * from xp.user_rank(%s)", [board])
        both.same("select * from xp.around_me(%s, 5)", [board])
        both.same("select * from xp.around_me(%s, 40)", [board])


def test_what_is_refused_is_refused_alike(both: Both) -> None:
    queries = (
        "select * from xp.leaderboard('now', 0)",
        "select * from xp.leaderboard('now', 1001, '{}')",
        "select * from xp.leaderboard('now', 5, '{}')",
        """select * from xp.leaderboard('now', 5, '{"xp": 5, "public_id": "3fac4237-7f1f-6020-e34a-f1f3ec270001"}')""",
        "select * from xp.leaderboard(null)",
        "select * from xp.around_me('now', 0)",
        "select * from xp.user_rank('now', 5)",
        "select * from xp.user_rank('never', null)",
        "select * from xp.ranks_of('now', '{}')",
        "select * from xp.ranks_of('now', null)",
        "select * from xp.ranks_of('now', array_fill(gen_random_uuid(), array[1001]))",
        "select * from xp.claim_stats_rows()",
    )
    callers = (
        ("service_role", None),
        ("authenticated", both.people[1]),
        ("authenticated", "3fac4237-7f1f-6020-e34a-f1f3ec270001"),
        ("authenticated", None),
        ("anon", None),
    )
    for role, person in callers:
        both.become(role, person)
        for query in queries:
            both.same(query)


def test_claims_are_counted_over_all_shards(both: Both) -> None:
    both.become("authenticated", both.people[0], app_metadata={"gamekeeper": "operator"})
    rows = both.same(
        "select * from xp.claim_stats_rows() order by policy_key, policy_version, segment_key"
    )
    assert rows[0]["claims"] > 10
    assert rows[0]["duplicates"] > 10


def test_the_best_players_are_those_of_all_shards(both: Both) -> None:
    both.become("authenticated", both.people[0])
    rows = both.same("select * from cards.leaderboard()")
    assert len({row["games_won"] for row in rows}) < len(rows)
    for size in (1, 5, 0, 1001, None):
        both.same("select * from cards.leaderboard(%s)", [size])


def test_what_was_played_of_a_game_adds_up(both: Both) -> None:
    """All but the digest of the symbols in their order: two servers have no common one."""
    both.become("authenticated", both.people[0])
    row = both.same(
        "select (to_jsonb(f) - 'digest') as f from slots.fingerprint(%s) as f",
        [both.game],
    )[0]["f"]
    assert row["spins"] == 12
    assert row["returns"].keys() == {"AUD", "XXX"}
    digests = [
        answer(conn, "select (slots.fingerprint(%s)).digest", [both.game])[0]["digest"]
        for conn in (both.one, both.router)
    ]
    assert digests == ["cbf29ce484222325", None]
    both.same("select * from slots.fingerprint('3fac4237-7f1f-6020-e34a-f1f3ec270001')")


def test_parts_are_asked_by_the_router_alone(both: Both) -> None:
    """They show the numbers of accounts, which no client sees."""
    asked = "select gateway.inner_xp_board_page_part(1, 'now', 9223372036854775807, 1, 5)"
    for role in ("authenticated", "service_role"):
        with psycopg.connect(both.platform.servers["s1"]) as direct:
            direct.execute(f"set role {role}".encode())
            with pytest.raises(psycopg.errors.InsufficientPrivilege, match="the router alone"):
                direct.execute(asked.encode())
        both.become(role, both.people[0])
        for part in ways.PARTS:
            found = answer(both.router, f"select {part}(null, null, null)")
            assert found[0] in ("42501", "42883"), part


def test_what_is_of_all_shards_is_refused_where_one_is_away(both: Both) -> None:
    both.become("authenticated", both.people[0], app_metadata={"gamekeeper": "operator"})
    queries = (
        "select * from xp.leaderboard('now')",
        "select * from xp.ranks_of('now', array[gen_random_uuid()])",
        "select * from xp.claim_stats_rows()",
        "select * from cards.leaderboard()",
    )
    servers = [other(both, "p2"), other(both, "p0")]
    for away, back in servers:
        both.router.execute("reset role")
        both.router.execute(away)
        both.router.execute("set role authenticated")
        try:
            for query in queries:
                assert answer(both.router, query)[0] == "KG014", query
        finally:
            both.router.execute("reset role")
            both.router.execute(back)
    both.become("authenticated", both.people[0])
    assert isinstance(both.same(queries[0]), list)


def other(both: Both, partition: str) -> tuple[psycopg.sql.Composed, psycopg.sql.Composed]:
    """Return what takes a shard away from the router, and what brings it back."""
    both.router.execute("reset role")
    row = both.router.execute("select srvoptions from pg_foreign_server").fetchone()
    way = next(option for option in row["srvoptions"] if option.startswith(f"{partition}="))
    aim = psycopg.sql.SQL("alter server {} options (set {} {})")
    name, key = psycopg.sql.Identifier(router.CLUSTER), psycopg.sql.Identifier(partition)
    gone = "host=127.0.0.1 port=1 dbname=nobody"
    return (
        aim.format(name, key, psycopg.sql.Literal(gone)),
        aim.format(name, key, psycopg.sql.Literal(way.split("=", 1)[1])),
    )


def test_a_sum_is_made_by_one_map(both: Both) -> None:
    """While a slot changes hands, two shards have different maps: nobody is counted twice or left out."""
    both.become("authenticated", both.people[0])
    with psycopg.connect(both.platform.servers["s2"], autocommit=True) as owner:
        owner.execute("update core.shard_map set version = 2")
        try:
            found = answer(both.router, "select * from xp.leaderboard('now')")
        finally:
            owner.execute("update core.shard_map set version = 1")
    assert found[0] == "KG014"
    assert json.loads(found[2]) == {"slot": None, "mapVersion": 2}
    assert isinstance(both.same("select * from xp.leaderboard('now')"), list)


def paid(*addresses: str) -> list[tuple[Any, ...]]:
    """Return who has which prize on some servers, and what the ledger has of it."""
    found = []
    for address in addresses:
        with psycopg.connect(address) as owner:
            found += owner.execute(PAID.encode()).fetchall()
    return sorted(found, key=lambda row: (row[0], row[1]))


def is_well(owner: psycopg.Connection[Any]) -> bool:
    """Tell whether the health of a server says that no closing of a season has stopped halfway."""
    row = owner.execute(
        "select h.ok from core.health() as h where h.name = 'xp.seasons'"
    ).fetchone()
    assert row
    return bool(row[0])


def age(owner: psycopg.Connection[Any]) -> None:
    """Let the seasons that a server has frozen be frozen for longer than a closing takes."""
    owner.execute("set session_replication_role = replica")
    owner.execute("update xp.xp_frozen_seasons set frozen_at = frozen_at - interval '11 minutes'")
    owner.execute("reset session_replication_role")


def test_prizes_are_paid_by_the_ranks_of_all_shards_as_one_machine_pays_them(both: Both) -> None:
    """A shard that is away, one that fails when another has paid, and two operators at once: each prize is paid once."""
    servers = both.platform.servers
    close = "select * from xp.close_season('won')"
    both.become("authenticated", both.people[0], app_metadata={"gamekeeper": "operator"})
    both.same("select * from xp.close_season('never')")
    assert both.same("select * from xp.close_season('running')")[0] == "KG005"

    away, back = other(both, "p2")
    both.router.execute(away)
    both.become("authenticated", both.people[0], app_metadata={"gamekeeper": "operator"})
    try:
        assert answer(both.router, close)[0] == "KG014"
    finally:
        both.router.execute("reset role")
        both.router.execute(back)
    assert paid(*servers.values()) == []
    frozen = """
select xp.hide_entry('won', u.user_id, 'LATE') from xp.xp_users as u
where u.user_id % 1024 < 341 and not exists (select from xp.xp_hidden_entries as h where h.user_id = u.user_id) limit 1"""
    with psycopg.connect(servers["s1"], autocommit=True) as owner:
        assert answer(owner, frozen)[0] == "KG005"
        assert is_well(owner)
        age(owner)
        assert not is_well(owner)

    with psycopg.connect(servers["s3"], autocommit=True) as owner:
        owner.execute(
            "create trigger fault before insert on xp.xp_season_closings for each row execute function core.guard_history()"
        )
        both.become("authenticated", both.people[0], app_metadata={"gamekeeper": "operator"})
        assert answer(both.router, close)[0] == "KG008"
        owner.execute("drop trigger fault on xp.xp_season_closings")
        age(owner)
        assert not is_well(owner)
    with psycopg.connect(servers["s1"]) as owner:
        assert is_well(owner)
    some = paid(*servers.values())
    assert some == paid(servers["s1"], servers["s2"])
    assert some

    said = json.dumps({"role": "service_role"})
    closers = [
        psycopg.connect(both.router.info.dsn, autocommit=True, row_factory=dict_row)
        for _ in range(2)
    ]
    with ThreadPoolExecutor(2) as pool:
        for closer in closers:
            closer.execute("select set_config('request.jwt.claims', %s, false)", [said])
            closer.execute("set role service_role")
        answers = list(pool.map(lambda closer: answer(closer, close), closers))
    for closer in closers:
        closer.close()
    assert answers[0] == answers[1]
    both.become("authenticated", both.people[0], app_metadata={"gamekeeper": "operator"})
    both.same("select season_id, prizes, xp, actor from xp.close_season('won')")
    assert answer(both.router, close) == answers[0]
    rows = paid(both.one.info.dsn)
    assert paid(*servers.values()) == rows
    assert all(row[2] == row[3] and row[5] for row in rows)
    # Equals have the first prize; of two thirds, one was erased, and the other's prize is that of who they became, on another shard.
    assert [row[1] for row in rows].count(1) == 2
    assert [row[1] for row in rows].count(3) == 1
    assert len(rows) == answers[0][0]["prizes"]
    both.same("select season_id, prizes, xp, actor from xp.close_season('plain')")
    for address in (both.one.info.dsn, *servers.values()):
        with psycopg.connect(address) as owner:
            assert owner.execute("select * from xp.reconcile()").fetchall() == []
