"""slots.rl_sample draws what it says: in proportion to priorities, weighted as torchrl weighs, within episodes."""

from __future__ import annotations

import json
import os
import uuid
from collections import Counter
from collections.abc import Iterator
from random import Random
from typing import Any

import psycopg
import psycopg.rows
import pytest

from runner import ROOT

DRAWS = int(os.environ.get("GAMEKEEPER_DRAWS", "60000"))
VECTORS = json.loads((ROOT / "tests" / "vectors" / "torchrl.json").read_text())
# Sessions and owners do not matter here: foreign keys and triggers are off, and the blocks that those would write are written.
FILL = """
insert into slots.rl_store (session_id, event_index, id, owner_id, state, action, reward, next_state, done, created_at, game_id, policy, truncated)
select
  %(session)s, r.step, gen_random_uuid(), %(session)s, jsonb_build_object('state', 'Evaluating', 'spins', r.step - 1),
  '{"type": "Spin", "amount": 1}', r.reward, jsonb_build_object('state', 'Evaluating', 'spins', r.step), r.step = cardinality(%(rewards)s::float8[]),
  '2026-11-01', %(session)s, 'p@1', false
from unnest(%(rewards)s::float8[]) with ordinality as r (reward, step)
"""
BLOCKS = """
with blocks as (
  insert into slots.rl_blocks (session_id, first_index, created_at)
  select session_id, event_index, created_at from slots.rl_store
  where session_id = %(session)s and event_index %% 16 = 1 order by event_index
  returning session_id, first_index
)
insert into slots.full_rl_blocks
select session_id, first_index, least(16, cardinality(%(rewards)s::float8[]) - first_index + 1) from blocks
"""


def episode(conn: psycopg.Connection[Any], rewards: list[float]) -> uuid.UUID:
    """Store a finished episode with these rewards."""
    session = uuid.uuid4()
    for statement in (FILL, BLOCKS):
        conn.execute(statement, {"session": session, "rewards": rewards})
    return session


@pytest.fixture
def store(owner: psycopg.Connection[Any]) -> Iterator[psycopg.Connection[Any]]:
    """An empty store, until the test's transaction is rolled back."""
    owner.row_factory = psycopg.rows.dict_row
    with owner.transaction(force_rollback=True):
        owner.execute("set local session_replication_role = replica")
        owner.execute("truncate slots.rl_store, slots.rl_blocks, slots.full_rl_blocks")
        owner.execute("truncate slots.rl_priorities, slots.rl_trees, slots.rl_exponents")
        owner.execute("update slots.rl_greatest_priority set priority = 1")
        yield owner
    owner.row_factory = psycopg.rows.tuple_row


def sample(conn: psycopg.Connection[Any], size: int, seed: int, **arguments: Any) -> list[Any]:
    """Return a batch."""
    named = "".join(f", {name} => %({name})s" for name in arguments)
    query = f"select * from slots.rl_sample(%(size)s, %(seed)s{named})"
    return conn.execute(query, {"size": size, "seed": seed, **arguments}).fetchall()


def test_weights_are_those_of_torchrl(store: psycopg.Connection[Any]) -> None:
    priorities = VECTORS["priorities"]
    episode(store, [0.0] * len(priorities))
    # uniform sampling names all of them
    ids = {row["info"]["event_index"]: row["id"] for row in sample(store, len(priorities), 1)}
    ordered = [ids[step + 1] for step in range(len(priorities))]
    told = store.execute(
        "select slots.rl_update_priorities(%s, %s) as known", (ordered, priorities)
    ).fetchone()
    assert told == {"known": len(priorities)}
    for vector in VECTORS["weights"]:
        rows = sample(
            store, 2000, 5, strategy="prioritised", alpha=vector["alpha"], beta=vector["beta"]
        )
        assert len({row["id"] for row in rows}) > 20
        for row in rows:
            place = ordered.index(row["id"])
            assert row["priority"] == priorities[place]
            assert row["weight"] == pytest.approx(vector["weights"][place], rel=1e-9)


def test_steps_are_folded_as_torchrl_folds_them_and_never_across_episodes(
    store: psycopg.Connection[Any],
) -> None:
    lengths = {episode(store, each["rewards"]): each["rewards"] for each in VECTORS["folded"][:4]}
    for vector in VECTORS["folded"]:
        (session,) = [key for key, rewards in lengths.items() if rewards == vector["rewards"]]
        rows = sample(
            store,
            1000,
            3,
            game_id=session,
            n_step=vector["n"],
            gamma=vector["gamma"],
        )
        found = {row["info"]["event_index"]: row for row in rows}
        assert len(found) == len(vector["rewards"])
        for step, (reward, steps) in enumerate(vector["rows"], 1):
            row = found[step]
            assert row["reward"] == pytest.approx(reward, abs=1e-9)
            assert (row["steps"], row["next_obs"]["spins"]) == (steps, step - 1 + steps)
            assert row["discount"] == pytest.approx(vector["gamma"] ** steps)
            assert row["terminated"] == (step - 1 + steps == len(vector["rewards"]))


def test_experiences_are_drawn_in_proportion_to_their_priorities(
    store: psycopg.Connection[Any],
) -> None:
    """Chi-square, 319 degrees of freedom: p < 0.0001 above 421. The seeds are fixed, so it passes always or never."""
    for _ in range(5):
        episode(store, [0.0] * 64)
    ids = sorted(row["id"] for row in sample(store, 320, 1))
    priorities = [0.1 + (place * 7919 % 101) / 10 for place in range(320)]
    store.execute("select slots.rl_update_priorities(%s, %s)", (ids, priorities))
    sample(store, 1, 1, strategy="prioritised", alpha=0.7)
    drawn: Counter[int] = Counter()
    for first in range(0, DRAWS, 20_000):
        query = "select d.id, count(*) from slots.draw_prioritised(0.7, %s, 20000, 11) as d group by d.id"
        for row in store.execute(query, (first,)):
            drawn[row["id"]] += row["count"]
    masses = [priority**0.7 for priority in priorities]
    expected = [DRAWS * mass / sum(masses) for mass in masses]
    assert set(drawn) <= set(ids)
    chi_square = sum(
        (drawn[place] - many) ** 2 / many for place, many in zip(ids, expected, strict=True)
    )
    assert chi_square < 421


def test_a_tree_is_rebuilt_from_the_priorities_and_takes_in_what_came_since(
    store: psycopg.Connection[Any],
) -> None:
    episode(store, [0.0] * 40)
    ids = [row["id"] for row in sample(store, 40, 1)]
    store.execute("select slots.rl_update_priorities(%s, %s)", (ids, [0.5 + n for n in range(40)]))
    before = sample(store, 50, 2, strategy="prioritised")
    store.execute("delete from slots.rl_trees; delete from slots.rl_exponents")
    assert sample(store, 50, 2, strategy="prioritised") == before
    # what nobody looked at yet counts as the greatest priority there ever was
    late = episode(store, [0.0] * 70)
    rows = sample(store, 2000, 4, strategy="prioritised", alpha=1.0)
    assert {row["priority"] for row in rows if row["game_id"] == late} == {39.5}
    assert {row["info"]["event_index"] for row in rows if row["game_id"] == late} > set(
        range(1, 60)
    )


PLACED = """
with blocks as (
  insert into slots.rl_blocks (session_id, first_index, created_at, block_no) overriding system value
  select session_id, event_index, created_at, %(first)s + event_index / 16 from slots.rl_store
  where session_id = %(session)s and event_index %% 16 = 1
  returning session_id, first_index
)
insert into slots.full_rl_blocks select session_id, first_index, least(16, 41 - first_index) from blocks
"""


def test_a_tree_that_was_changed_is_the_one_that_would_be_made_anew(
    store: psycopg.Connection[Any],
) -> None:
    """Blocks in several nodes of both levels, and priorities of which the least is often raised."""
    ids = []
    for first in (1, 63, 100, 4095, 9000):
        session = uuid.uuid4()
        store.execute(FILL, {"session": session, "rewards": [0.0] * 40})
        store.execute(PLACED, {"session": session, "first": first})
        ids += [16 * (first - 1) + n for n in range(40)]
    random = Random(7)
    sample(store, 1, 1, strategy="prioritised", alpha=0.7)
    priorities = dict.fromkeys(ids, 1.0)
    tree = "select level, node_no, totals, sums, least from slots.rl_trees order by level, node_no"
    for turn in range(40):
        # a whole stretch at a time now and then, so that the least of a stretch is raised, too
        begin = random.randrange(len(ids))
        chosen = ids[begin : begin + 16] if turn % 2 else random.sample(ids, 10)
        told = {each: random.choice([0.25, 0.5, 1.0, 3.0]) for each in chosen}
        priorities |= told
        store.execute(
            "select slots.rl_update_priorities(%s, %s)", (list(told), list(told.values()))
        )
        changed = store.execute(tree).fetchall()
        store.execute("delete from slots.rl_trees; delete from slots.rl_exponents")
        store.execute("select slots.take_in_experiences(0.7, true)")
        assert store.execute(tree).fetchall() == changed
        assert {row["least"] for row in changed if row["level"] == 2} >= {min(priorities.values())}
    assert [(row["level"], row["node_no"]) for row in changed] == [
        *((1, node) for node in (0, 1, 63, 64, 140)),
        *((2, node) for node in (0, 1, 2)),
    ]
    masses = {each: priority**0.7 for each, priority in priorities.items()}
    drawn = Counter(
        row["id"]
        for row in store.execute("select id from slots.draw_prioritised(0.7, 0, 20000, 3)")
    )
    assert set(drawn) <= set(ids)
    chi_square = sum(
        (drawn[each] - 20_000 * mass / sum(masses.values())) ** 2
        / (20_000 * mass / sum(masses.values()))
        for each, mass in masses.items()
    )
    # 199 degrees of freedom: p < 0.0001 above 280
    assert chi_square < 280


def test_an_unknown_id_changes_nothing_and_the_last_of_two_counts(
    store: psycopg.Connection[Any],
) -> None:
    episode(store, [0.0] * 3)
    ids = sorted(row["id"] for row in sample(store, 3, 1))
    told = store.execute(
        "select slots.rl_update_priorities(%s, %s) as known",
        ([ids[0], ids[0], ids[2] + 1, -1, 10**12], [2, 5, 7, 7, 7]),
    ).fetchone()
    assert told == {"known": 1}
    found = {row["id"]: row["priority"] for row in sample(store, 200, 1, strategy="prioritised")}
    assert found == {ids[0]: 5, ids[1]: 1, ids[2]: 1}


def test_samplers_do_not_wait_for_each_other(fresh_database: str) -> None:
    """A lock that is waited for would be refused after a moment."""
    with (
        psycopg.connect(fresh_database, row_factory=psycopg.rows.dict_row) as first,
        psycopg.connect(fresh_database, row_factory=psycopg.rows.dict_row) as second,
    ):
        drawn = {"strategy": "prioritised", "alpha": 0.5}
        with first.transaction():
            first.execute("set local session_replication_role = replica")
            old = episode(first, [0.0] * 40)
        with first.transaction():
            assert len(sample(first, 50, 1, **drawn)) == 50
        with first.transaction():
            first.execute("set local session_replication_role = replica")
            late = episode(first, [0.0] * 40)
        second.execute("set lock_timeout = 100")
        second.commit()
        with first.transaction():
            # takes the late episode in, and holds the lock until it commits
            assert {row["game_id"] for row in sample(first, 200, 1, **drawn)} == {old, late}
            with second.transaction():
                assert {row["game_id"] for row in sample(second, 200, 1, **drawn)} == {old}
            with pytest.raises(psycopg.errors.LockNotAvailable), second.transaction():
                second.execute("select slots.rl_update_priorities('{0}', '{1}')")
        with second.transaction():
            assert {row["game_id"] for row in sample(second, 200, 1, **drawn)} == {old, late}


def test_episodes_are_whole_and_slices_lie_in_one_episode(store: psycopg.Connection[Any]) -> None:
    lengths = {episode(store, [1.0] * size): size for size in (1, 5, 16, 17, 40)}
    rows = sample(store, 5, 9, strategy="episodes")
    assert {row["draw"] for row in rows} == {1, 2, 3, 4, 5}
    for draw in range(1, 6):
        steps = [row for row in rows if row["draw"] == draw]
        size = lengths[steps[0]["game_id"]]
        assert [row["info"]["event_index"] for row in steps] == list(range(1, size + 1))
        assert {row["game_id"] for row in steps} == {steps[0]["game_id"]}
        assert [row["terminated"] for row in steps] == [False] * (size - 1) + [True]
    rows = sample(store, 20, 9, strategy="slices", slice_length=10)
    assert {row["draw"] for row in rows} == set(range(1, 21))
    for draw in range(1, 21):
        steps = [row for row in rows if row["draw"] == draw]
        first = steps[0]["info"]["event_index"]
        assert [row["info"]["event_index"] for row in steps] == list(range(first, first + 10))
        assert len({row["game_id"] for row in steps}) == 1
    assert len(sample(store, 1000, 9, strategy="slices", slice_length=10)) == 10 * (7 + 8 + 31)
