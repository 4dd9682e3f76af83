"""A log that an older version wrote, with names in it, is imported, appended and replayed; the names go where names live."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg.types.json import Jsonb

# A game of three people and a bot, recorded before profiles left the log: one changes the profile, one leaves for good.
OLD_LOG = [
    json.loads(line)
    for line in (Path(__file__).parent / "logs" / "version_1.jsonl").read_text().splitlines()
]
NAMES = ["Wilma", "Otto the Great", "Nils", "Bot Ada"]
PERSONAL = [
    "Wilma", "Otto", "Nils", "wilma-7", "otto-3", "otto-4", "nils-9", "#663399", "navy",
]  # fmt: skip


@pytest.fixture
def conn(database: str) -> Iterator[psycopg.Connection[Any]]:
    """A session of the service whose transaction is undone."""
    with psycopg.connect(database) as connection:
        yield connection
        connection.rollback()


def one(conn: psycopg.Connection[Any], query: str, *values: object) -> Any:
    """Return the one value that a query gives."""
    row = conn.execute(query.encode(), values).fetchone()
    assert row
    return row[0]


def documents(conn: psycopg.Connection[Any]) -> str:
    """Return as text every row that is folded, hashed, compared or published."""
    return "".join(
        one(conn, f"select coalesce(string_agg(t::text, ''), '') from cards.{table} as t")
        for table in (
            "game_events",
            "game_states",
            "game_snapshots",
            "game_summaries",
            "games",
            "game_players",
        )
    )


def imported(conn: psycopg.Connection[Any], log: list[dict[str, Any]]) -> str:
    """Import a log; return the game's id."""
    return one(conn, "select cards.import_game(%s)::text", Jsonb(log))


def test_an_old_log_becomes_a_sound_game(conn: psycopg.Connection[Any]) -> None:
    game = imported(conn, OLD_LOG)
    assert conn.execute("select * from cards.verify_game(%s)", [game]).fetchall() == []
    scores = one(conn, "select final_scores from cards.game_summaries where game_id = %s", game)
    assert scores == OLD_LOG[-1]["payload"]["finalScores"]
    state = one(conn, "select cards.state_document(cards.replay(%s))", game)
    assert state["cumulativeScores"] == scores


def test_its_names_go_where_names_live_and_nowhere_else(conn: psycopg.Connection[Any]) -> None:
    game = imported(conn, OLD_LOG)
    players = one(conn, "select (cards.game_summary(%s)).players", game)
    assert [player["displayName"] for player in players] == NAMES
    view = one(conn, "select cards.player_view(%s)", game)
    assert [player["displayName"] for player in view["players"]] == NAMES
    stored = documents(conn)
    assert [word for word in PERSONAL if word in stored] == []


def test_it_is_stored_as_the_present_version_writes_it(conn: psycopg.Connection[Any]) -> None:
    game = imported(conn, OLD_LOG)
    exported = one(conn, "select cards.export_game(%s)", game)
    for old, new in zip(OLD_LOG, exported, strict=True):
        if old["type"] in ("player_joined", "profile_updated"):
            kept = {key: value for key, value in old["payload"].items() if key != "profile"}
            assert new == {"type": old["type"], "payload": kept | {"_v": 2}}
        else:
            assert new == old


def test_events_that_are_appended_again_are_compared_without_names(
    conn: psycopg.Connection[Any],
) -> None:
    game = imported(conn, OLD_LOG[:2])
    append = "select cards.append_events(%s, 2, %s)"
    last = one(conn, append, game, Jsonb(OLD_LOG[2:]))
    assert last == len(OLD_LOG) - 1
    assert one(conn, append, game, Jsonb(OLD_LOG[2:])) == last, "the old form again"
    stored = one(conn, "select cards.export_game(%s)", game)
    assert one(conn, append, game, Jsonb(stored[2:])) == last, "the stored form"
    named = one(conn, "select cards.export_game(%s, true)", game)
    assert one(conn, append, game, Jsonb(named[2:])) == last, "the stored form with names"
    other = json.loads(json.dumps(OLD_LOG[2:]))
    other[0]["payload"]["seatIndex"] = 2
    with pytest.raises(psycopg.Error) as caught, conn.transaction():
        one(conn, append, game, Jsonb(other))
    assert caught.value.sqlstate == "KG211"


def test_a_log_for_others_names_nobody_unless_asked(conn: psycopg.Connection[Any]) -> None:
    game = imported(conn, OLD_LOG)
    plain = json.dumps(one(conn, "select cards.export_game(%s)", game))
    assert [word for word in PERSONAL if word in plain] == []
    named = one(conn, "select cards.export_game(%s, true)", game)
    joined = [e["payload"]["profile"]["displayName"] for e in named if e["type"] == "player_joined"]
    assert joined == NAMES
    assert (
        conn.execute("select * from cards.verify_game(%s)", [imported(conn, named)]).fetchall()
        == []
    )


def test_another_engine_does_not_speak_for_who_has_an_account(
    conn: psycopg.Connection[Any],
) -> None:
    game = imported(conn, OLD_LOG)
    otto, nils = (OLD_LOG[at]["payload"]["playerId"] for at in (2, 3))
    conn.execute("update cards.players set user_id = gen_random_uuid() where id = %s", [otto])
    running = imported(conn, OLD_LOG[:40])
    for player, name in ((otto, "Otto the Small"), (nils, "Nils the Tall")):
        event = {
            "type": "profile_updated",
            "payload": {"_v": 2, "playerId": player, "profile": {"displayName": name}},
        }
        index = one(
            conn, "select max(event_index) + 1 from cards.game_events where game_id = %s", running
        )
        one(conn, "select cards.append_events(%s, %s, %s)", running, index, Jsonb([event]))
    players = one(conn, "select (cards.game_summary(%s)).players", game)
    assert [p["displayName"] for p in players[1:3]] == ["Otto the Great", "Nils the Tall"]
    assert conn.execute("select * from cards.verify_game(%s)", [running]).fetchall() == []


def test_a_reducer_takes_no_profile(conn: psycopg.Connection[Any]) -> None:
    game = imported(conn, OLD_LOG[:3])
    with pytest.raises(psycopg.Error) as caught, conn.transaction():
        conn.execute(
            "select cards.apply_event(s.state, row(s.game_id, 3, 'profile_updated', %s, null)::cards.game_events)"
            " from cards.game_states as s where s.game_id = %s",
            [Jsonb({"_v": 2, "playerId": OLD_LOG[1]["payload"]["playerId"], "profile": {}}), game],
        )
    assert caught.value.sqlstate == "KG210"


def test_readers_of_the_log_see_the_names_of_today(conn: psycopg.Connection[Any]) -> None:
    game = imported(conn, OLD_LOG)
    rows = conn.execute(
        "select e.payload -> 'profile' ->> 'displayName' from cards.list_events(%s, -1, 1000) as e"
        " where e.type in ('player_joined', 'profile_updated')",
        [game],
    ).fetchall()
    assert [row[0] for row in rows] == [*NAMES, "Otto the Great"]
