"""The worked example of docs/experience.md runs: what it trained plays as the dataset promised."""

from __future__ import annotations

import uuid
from pathlib import Path

import psycopg
import pytest
from gamekeeper import demo

# Every spin pays half its stake: nothing is left to chance but what the policies choose, by a fixed seed.
GAME = """
select game_id from slots.create_game(
  'Half', '{"algorithm": "hmac-sha256", "reels": [["A"]]}', '{"A": {"payouts": {"1": 0.5}}}')
"""


def test_a_policy_is_trained_evaluated_and_played(fresh_database: str, tmp_path: Path) -> None:
    with psycopg.connect(fresh_database, autocommit=True) as conn:
        row = conn.execute(GAME.encode()).fetchone()
        assert row is not None
        said: list[str] = []
        report = demo.run(
            fresh_database, episodes=40, seed=3, game=uuid.UUID(str(row[0])), say=said.append
        )
        frozen = conn.execute("select dataset, episodes from slots.list_rl_datasets()").fetchall()
        assert frozen == [(report.dataset, 40)]
        ((lost,),) = conn.execute("select 1000000 - balance from slots.wallets").fetchall()
        stored = conn.execute(
            "select count(*), count(distinct session_id), count(probability) from slots.rl_store"
            " where policy in ('curious@0', 'trained@0')"
        ).fetchone()
    # the policies are those of the store, and returns are what the wallet lost; a cashed out bet that won has 1 more
    assert stored is not None and stored[1] == 80 and stored[0] == stored[2]
    bonus = sum(report.logged) + sum(report.played) + float(lost)
    assert bonus >= 0 and bonus == pytest.approx(round(bonus))
    assert len(report.logged) == len(report.played) == 40 and len(said) == 7
    for chosen in report.policy.values():
        assert sum(chosen.values()) == pytest.approx(1)
    # a stake of 1 loses less than one of 5, and to end less than to go on
    assert (
        max(report.policy["Initialized"], key=report.policy["Initialized"].__getitem__)
        == "PlaceBet:1"
    )
    assert (
        max(report.policy["Evaluating"], key=report.policy["Evaluating"].__getitem__) == "CashOut"
    )
    assert set(report.estimates) == {"logged", "ips", "snips", "dr"}
    assert report.estimates["dr"][0] > report.estimates["logged"][0]
    assert sum(report.played) > sum(report.logged)
    demo.draw(report, tmp_path / "demo.png")
    assert (tmp_path / "demo.png").read_bytes().startswith(b"\x89PNG")


def test_names_of_actions_are_read_as_they_are_written() -> None:
    names = [name for chosen in demo.CURIOUS.values() for name in chosen]
    assert [demo.action_name(demo.stored_action(name)) for name in names] == names
