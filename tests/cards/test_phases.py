"""The state diagram in docs/cards.md is the one that games go through."""

from __future__ import annotations

import re
from pathlib import Path

import psycopg

DOCS = (Path(__file__).parents[2] / "docs/cards.md").read_text()
SEEN = """
select distinct lag(f.phase) over (partition by f.game_id order by f.event_index) as before, f.type, f.phase
from (
  select e.game_id, e.event_index, e.type,
    (cards.fold_events(e) over (partition by e.game_id order by e.event_index)).phase
  from cards.game_events as e
) as f
"""


def test_the_drawn_phases_are_those_of_games(owner: psycopg.Connection) -> None:
    """Every transition of simulated games, and of one that everybody leaves, is drawn, and no other one."""
    drawn = {
        (None if before == "[*]" else before, kind, after)
        for before, after, kind in re.findall(r"^    (\S+) --> (\S+): (\w+)", DOCS, re.M)
    }
    assert len(drawn) == 19
    with owner.transaction(force_rollback=True):
        for seats in (2, 4, 7):
            owner.execute("select cards.simulate_game(%s, %s)", [seats, f"phases {seats}"])
        owner.execute("select test.cards_game(array['ann', 'bob'])")
        owner.execute(
            "select test.as_user(test.user(n)), cards.leave_game(g.game_id), test.as_owner()"
            " from cards.game_states as g, unnest(array['ann', 'bob']) as n"
        )
        rows = owner.execute(SEEN).fetchall()
    # events about seats and the like change no phase
    seen = {
        (before, kind, after)
        for before, kind, after in rows
        if before != after or kind in ("player_bid", "card_played")
    }
    assert seen == drawn
