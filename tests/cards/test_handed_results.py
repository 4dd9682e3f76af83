"""Whatever order results come home in, and however often, a career is the same: that of the order of completion."""

from __future__ import annotations

import json
import random
from itertools import groupby
from typing import Any
from uuid import UUID

import psycopg
from gamekeeper.shards import slot_of
from tests.chance import seed

PERSONS = [str(UUID(int=number)) for number in range(1, 4)]
GAMES = 9
ORDERS = 15
SEND = """
insert into cards.handed_results (
  source, slot, user_id, player_id, game_id, score, tricks_won, is_winner, is_rated, is_public, member_ids, created_at, completed_at
)
select 's2', %(slot)s, %(person)s, cards.player_id_of(%(person)s), %(game)s, %(score)s, 1, %(won)s, %(won)s, true, '{}',
  '2026-03-01Z', '2026-03-02Z'::timestamptz + %(minute)s * interval '1 minute'"""
CAREERS = """
select p.user_id, s.games_played, s.games_won, s.highest_score, s.lowest_score, s.total_points, s.most_consecutive_wins,
  s.most_consecutive_losses, s.current_wins, s.current_losses, s.rated_games_played, s.rated_total_points
from cards.player_lifetime_stats as s join cards.players as p on p.id = s.player_id
where p.user_id = any (%s)"""


def career(results: list[dict[str, Any]]) -> tuple[int, ...]:
    """Tell what one player's results add up to, by the specification."""
    inside = sorted(results, key=lambda result: (result["minute"], result["game"]))
    runs = [(won, len(list(run))) for won, run in groupby(result["won"] for result in inside)]
    scores = [result["score"] for result in inside]
    won = [result["score"] for result in inside if result["won"]]
    last_won, last = runs[-1]
    return (
        len(inside),
        len(won),
        max(scores),
        min(scores),
        sum(scores),
        max((length for is_won, length in runs if is_won), default=0),
        max((length for is_won, length in runs if not is_won), default=0),
        last if last_won else 0,
        0 if last_won else last,
        len(won),
        sum(won),
    )


def test_every_order_of_arrival_makes_the_same_careers(owner: psycopg.Connection) -> None:
    """Ties, repeats, gaps that are filled later, and runs of upkeep that fail on the way."""
    chance = random.Random(seed())
    results = [
        {
            "person": person,
            "slot": slot_of(person),
            "game": UUID(int=1000 * place + number),
            "score": (score := chance.randint(-20, 20)),
            "won": score > 0,
            "minute": chance.randint(0, GAMES - 2),
        }
        for place, person in enumerate(PERSONS)
        for number in range(GAMES)
    ]
    expected = {
        person: career([result for result in results if result["person"] == person])
        for person in PERSONS
    }
    with owner.transaction(force_rollback=True):
        owner.execute(
            "select core.set_shard_map(1, 's1', %s, array_fill('s1'::text, array[1024]))",
            [json.dumps({"s1": "host=one"})],
        )
        for _ in range(ORDERS):
            with owner.transaction(force_rollback=True):
                coming = results + chance.choices(results, k=GAMES)
                chance.shuffle(coming)
                for number, result in enumerate(coming):
                    owner.execute(SEND.encode(), result)
                    if chance.random() < 0.3 or number + 1 == len(coming):
                        with owner.transaction(force_rollback=chance.random() < 0.3):
                            owner.execute("select cards.upkeep_handed_results()")
                owner.execute("select cards.upkeep_handed_results()")
                for _ in range(2):
                    rows = owner.execute(CAREERS.encode(), [PERSONS]).fetchall()
                    assert {row[0]: row[1:] for row in rows} == expected
                    owner.execute("select cards.rebuild_careers(players => null)")
                left = owner.execute("select count(*) from cards.handed_results").fetchone()
                assert left == (0,)
