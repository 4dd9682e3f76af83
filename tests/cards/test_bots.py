"""The careful bots beat bots that play by chance."""

from __future__ import annotations

import psycopg

GAMES = 200


def test_careful_bots_beat_chance(owner: psycopg.Connection) -> None:
    """In 200 games of two careful bots and two of chance the careful ones win nearly all."""
    with owner.transaction(force_rollback=True):
        owner.execute(
            'update cards.players set bot_strategy = \'{"name": "chance"}\' '
            "where id in (cards.bot_id(1), cards.bot_id(3))"
        )
        row = owner.execute(
            "select count(cards.simulate_game(4, 'bots ' || n)) from generate_series(1, %s) as n",
            [GAMES],
        ).fetchone()
        assert row == (GAMES,)
        results = owner.execute(
            """
            select
              coalesce(sum(p.is_winner::integer) filter (where s.name = 'careful'), 0)::integer,
              coalesce(sum(p.is_winner::integer) filter (where s.name = 'chance'), 0)::integer,
              round(avg(p.score) filter (where s.name = 'careful')),
              round(avg(p.score) filter (where s.name = 'chance'))
            from cards.game_players as p
            join cards.games as g on g.id = p.game_id and g.session_seed like 'bots %'
            join cards.players as b on b.id = p.player_id
            cross join lateral (select b.bot_strategy ->> 'name' as name) as s
            """
        ).fetchone()
        assert results is not None
        careful, chance, careful_points, chance_points = results
        print(f"careful won {careful}, chance {chance}; points {careful_points}, {chance_points}")
        assert careful > 10 * max(chance, 1)
        assert careful_points > chance_points + 30
