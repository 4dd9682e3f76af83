"""Lists stay as fast with many games as with few: every page walks an index and stops."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import psycopg
import pytest

Connect = Callable[..., psycopg.Connection]

GAMES = 100_000
PLAYERS = 3_000
PAGE = 50
BOT = "00000000-0000-7000-8000-000000000000"
# Tables of core that do not grow: settings, and two with a row for each of 1 024 slots at most.
BOUNDED = {"settings", "slots", "shard_map"}

# Rows as they gather: everybody has ten games here and more elsewhere, one player has them all, and one bot all private ones,
# which are two of three. Triggers and foreign keys are off: only what lists read is here.
ROWS = f"""
set session_replication_role = replica;
insert into cards.players (id, user_id, display_name, avatar_seed, color)
select md5('player ' || i)::uuid, test.user('player ' || i), 'Player ' || i, 'x', 'red' from generate_series(1, {PLAYERS}) as i;
insert into cards.games (id, session_seed, session_seed_hash, config, is_public, status, member_ids, created_at, started_at, completed_at)
select md5('game ' || i)::uuid, 'x', 'x', '{{}}', i % 3 = 0, case when i % 10 = 0 then 'created' else 'completed' end,
  array[test.user('player 1'), test.user('player ' || 2 + i % ({PLAYERS} - 1))], now() - i * interval '1 minute',
  case when i % 10 > 0 then now() end, case when i % 10 > 0 then now() end
from generate_series(1, {GAMES}) as i;
insert into cards.game_summaries (game_id, players, rounds, final_scores, is_public, member_ids)
select id, '[]', '[]', '{{}}', is_public, member_ids from cards.games where status = 'completed';
insert into cards.game_players (game_id, player_id, is_live, score, tricks_won, is_winner)
select md5('game ' || i)::uuid, p.id, i % 10 = 0, 1, 1, true
from generate_series(1, {GAMES}) as i
cross join lateral (values (md5('player 1')::uuid), (md5('player ' || 2 + i % ({PLAYERS} - 1))::uuid), ('{BOT}')) as p (id)
where p.id <> '{BOT}' or i % 3 > 0;
insert into cards.away_results (
  player_id, game_id, score, tricks_won, is_winner, is_rated, is_public, member_ids, created_at, completed_at
)
select md5('player ' || 1 + i % {PLAYERS})::uuid, md5('away ' || i)::uuid, 1, 1, true, true, i % 3 = 0, '{{}}', now(), now()
from generate_series(1, {GAMES // 2}) as i;
insert into cards.player_lifetime_stats (
  player_id, games_played, games_won, total_points, rated_games_played, rated_games_won, rated_total_points
)
select md5('player ' || i)::uuid, 10, i % 10, i % 100, 10, i % 10, i % 100 from generate_series(1, {PLAYERS}) as i;
insert into cards.room_directory (join_code, game_id, is_public, is_open, max_players, current_players)
select translate(lpad(upper(to_hex(i)), 8, '2'), '01', 'XY'), md5('game ' || i)::uuid, i % 3 = 0, i % 20 = 0, 4, 1
from generate_series(10, {GAMES}, 10) as i;
insert into cards.game_events (game_id, event_index, type, payload, created_at)
select md5('game ' || i)::uuid, n, 'player_bid', '{{"_v": 1}}', case when n % 100 = 0 then now() end
from generate_series(1, 100) as i, generate_series(0, 399) as n;
reset session_replication_role;
analyze cards.players, cards.games, cards.game_summaries, cards.game_players, cards.player_lifetime_stats, cards.room_directory,
  cards.game_events, cards.away_results;
"""

CALLS = {
    "a page of a busy player's games": "cards.list_player_games(md5('player 1')::uuid)",
    "a later page of them": "cards.list_player_games(md5('player 1')::uuid, md5('game 777')::uuid)",
    "a page of anybody's games": "cards.list_player_games(md5('player 77')::uuid)",
    "a page of a bot's games": f"cards.list_player_games('{BOT}')",
    "a page of the history": "cards.room_history()",
    "a later page of it": "cards.room_history(md5('game 777')::uuid)",
    "a page of the open rooms": "cards.list_rooms()",
    "a later page of the rooms": "cards.list_rooms(md5('game 600')::uuid)",
    "the leaderboard": "cards.leaderboard()",
    "statistics": "cards.player_stats((select auth.uid()))",
    "a summary": "cards.game_summary(md5('game 3')::uuid)",
    "a page of a log": "cards.list_events(md5('game 3')::uuid, 200, 50)",
}


@pytest.fixture(scope="module")
def many(database: str) -> Iterator[psycopg.Connection]:
    """A database with many games, in a transaction that is undone."""
    with psycopg.connect(database) as connection:
        connection.execute(ROWS.encode())
        connection.execute(
            "load 'auto_explain'; set auto_explain.log_min_duration = 0; set auto_explain.log_format = json;"
            " set auto_explain.log_nested_statements = on; set auto_explain.log_analyze = on;"
            " set auto_explain.log_timing = off; set auto_explain.log_level = warning"
        )
        yield connection
        connection.rollback()


def nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield a plan's nodes."""
    yield plan
    for child in plan.get("Plans", []):
        yield from nodes(child)


def plans(connection: psycopg.Connection, user: str, call: str) -> list[dict[str, Any]]:
    """Call as a user, often enough for plans to be cached; return the nodes of the plans of all statements in it."""
    said: list[str] = []

    def hear(notice: psycopg.errors.Diagnostic) -> None:
        said.append(notice.message_primary or "")

    connection.execute("select test.as_user(test.user(%s))", [user])
    connection.add_notice_handler(hear)
    try:
        for _ in range(8):
            said.clear()
            with connection.transaction():
                row = connection.execute(f"select count(*) from {call}".encode()).fetchone()
            assert row
            assert row[0]
    finally:
        connection.remove_notice_handler(hear)
        connection.execute("select test.as_owner()")
    found = [json.loads(text[text.index("{") :])["Plan"] for text in said]
    return [node for plan in found for node in nodes(plan)]


@pytest.mark.parametrize("user", ["player 1", "player 2"])
@pytest.mark.parametrize("what", CALLS)
def test_a_page_reads_as_far_as_it_shows(many: psycopg.Connection, user: str, what: str) -> None:
    """No table is read from end to end, nothing but a page is sorted, and no node sees much more than a page."""
    found = plans(many, user, CALLS[what])
    assert [node for node in found if "Index" in node["Node Type"]]
    read = [node for node in found if node["Node Type"] == "Seq Scan"]
    assert [node["Relation Name"] for node in read if node.get("Schema") == "cards"] == []
    assert [node["Relation Name"] for node in read if node["Relation Name"] not in BOUNDED] == []
    for node in found:
        seen = node["Actual Rows"] + node.get("Rows Removed by Filter", 0)
        assert seen <= 10 * PAGE, node


@pytest.mark.parametrize(
    ("condition", "index"),
    [
        (
            "created_at > now() - interval '1 hour'",
            "games_created_at_idx",
        ),
        ("status = 'in_progress'", "games_status_idx"),
        ("status = 'created'", "games_status_idx"),
    ],
)
def test_games_are_found_by_time_and_live_ones_by_status(
    many: psycopg.Connection, condition: str, index: str
) -> None:
    """The seed's reads of cards.games use an index, however many games there are."""
    query = f"explain (format json) select * from cards.games where {condition}"
    row = many.execute(query.encode()).fetchone()
    assert row
    used = [node.get("Index Name") for node in nodes(row[0][0]["Plan"])]
    assert index in used, used
