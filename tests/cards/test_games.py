"""Hundreds of random games: every prefix of a log folds to what the live game was."""

from __future__ import annotations

import os

import psycopg
import pytest

# 101 games, of the larger ones fewer; GAMEKEEPER_GAMES=10 scripts/test tests/cards/test_games.py plays ten times as many.
TIMES = int(os.environ.get("GAMEKEEPER_GAMES", "1"))
GAMES = {2: 22, 3: 20, 4: 17, 5: 12, 6: 8, 7: 6, 8: 6, 9: 5, 10: 5}


@pytest.mark.parametrize("players", GAMES)
def test_replay_of_every_prefix_is_the_live_state(owner: psycopg.Connection, players: int) -> None:
    """Random legal moves, illegal ones, forfeits, leaving and coming back, at every table size.

    Every fourth game is replayed to the indexes within commands too.
    """
    games = GAMES[players] * TIMES
    for number in range(games):
        with owner.transaction(force_rollback=True):
            seed = (number + players / 100) / games - 0.5
            row = owner.execute(
                "select test.cards_random_game(%s, %s, %s)", [players, seed, number % 4 == 0]
            ).fetchone()
            assert row == (None,), f"seed {seed}"


def test_a_prefix_of_any_log_can_be_imported_and_continued(owner: psycopg.Connection) -> None:
    """import_game of the first half and append_events of the rest give the same game again."""
    with owner.transaction(force_rollback=True):
        owner.execute("select cards.simulate_game(5, 'split') as game_id")
        log = owner.execute(
            "select test.cards_log(id), id from cards.games order by id desc limit 1"
        ).fetchone()
        assert log is not None
        events, game_id = log
        half = len(events) // 2
        as_json = psycopg.types.json.Jsonb
        copy = owner.execute("select cards.import_game(%s)", [as_json(events[:half])]).fetchone()
        assert copy is not None
        assert owner.execute("select * from cards.verify_game(%s)", [copy[0]]).fetchall() == []
        for start in range(half, len(events), 50):
            owner.execute(
                "select cards.append_events(%s, %s, %s)",
                [copy[0], start, as_json(events[start : start + 50])],
            )
        assert owner.execute("select * from cards.verify_game(%s)", [copy[0]]).fetchall() == []
        assert owner.execute(
            "select a.players = b.players and a.rounds = b.rounds from cards.game_summaries a, "
            "cards.game_summaries b where a.game_id = %s and b.game_id = %s",
            [game_id, copy[0]],
        ).fetchone() == (True,)
