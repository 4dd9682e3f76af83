"""What people who train get from an export of play: whole episodes with typed columns, which n-step targets never cross."""

from __future__ import annotations

import json
import subprocess
import sys
import uuid
import warnings
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import minari
import psycopg
import psycopg.rows
import pyarrow.parquet as pq
import pytest
from gamekeeper import export as exporter
from psycopg.types.json import Jsonb

from runner import ROOT

VECTORS = json.loads((ROOT / "tests" / "vectors" / "torchrl.json").read_text())["streams"]
WORLD = """
select w.wallet_id, g.game_id from slots.create_wallet('AUD', 100000, '{}', %s) as w, slots.create_game(
  'G', '{"algorithm": "hmac-sha256", "reels": [["A", "B", "B"]]}', '{"A": {"payouts": {"1": 2.5}}, "B": {}}') as g
"""
BET = {"type": "PlaceBet", "amount": 1.5}
AGAIN = {
    **{"type": "Spin", "next": {"amount": 0.25}},
    **{"policy": {"name": "greedy", "version": "7"}, "probability": 0.25},
}
SPIN = {"type": "Spin"}
OUT = {"type": "CashOut"}
# Five sessions, a step of each in turn: three are over by their own doing, one is ended by the service, two go on.
PLAYS = [[BET, SPIN, OUT], [BET, AGAIN, AGAIN, OUT], [BET, AGAIN], [BET], [BET, AGAIN, SPIN, BET]]
# A step as it was stored before there were game, policy and balance change.
OLD = """
insert into slots.rl_store (session_id, event_index, id, owner_id, state, action, reward, next_state, done, created_at, _v)
select %(session)s, n, gen_random_uuid(), %(session)s, '{"state": "Initialized", "balance": 10, "pendingBet": 0, "spins": 0}',
  '{"type": "PlaceBet", "amount": 1}', 0.5, '{"state": "Playing", "balance": 9, "pendingBet": 1, "spins": 0}', n = 2, now(), 1
from generate_series(1, 2) as n
"""
OLD_BLOCK = """
insert into slots.rl_blocks (session_id, first_index, created_at)
select session_id, event_index, created_at from slots.rl_store where _v = 1 and event_index = 1
"""
Conn = psycopg.Connection[dict[str, Any]]


def sessions(conn: Conn) -> list[uuid.UUID]:
    """Make the sessions of PLAYS."""
    world = conn.execute(WORLD.encode(), (uuid.uuid4(),)).fetchone()
    assert world is not None
    conn.execute("select slots.wallet_operation(%s, 'credit', 1000)", (world["wallet_id"],))
    query = "select session_id from slots.create_session(%s, '{}', %s)"
    places = (world["game_id"], world["wallet_id"])
    return [row["session_id"] for _ in PLAYS for row in conn.execute(query, places)]


@pytest.fixture
def played(
    owner: Conn, fresh_database: str, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[str, Conn, list[uuid.UUID]]]:
    """A database of the test's own in which sessions were played at once, read in small steps."""
    small = {"PAGE_ROWS": 7, "GROUP_ROWS": 4, "PART_GROUPS": 2, "DATASET_PAGE_ROWS": 3}
    for name, value in small.items():
        monkeypatch.setattr(exporter, name, value)
    rows = psycopg.rows.dict_row
    with psycopg.connect(fresh_database, autocommit=True, row_factory=rows) as conn:
        made = sessions(conn)
        for step in range(max(map(len, PLAYS))):
            for session, actions in zip(made, PLAYS, strict=True):
                if step < len(actions):
                    conn.execute("select slots.act(%s, %s)", (session, Jsonb(actions[step])))
        conn.execute("select slots.transition(%s, 'Completed')", (made[2],))
        with conn.transaction():
            conn.execute("set local session_replication_role = replica")
            conn.execute(OLD, {"session": uuid.UUID(int=7)})
            conn.execute(OLD_BLOCK)
        yield fresh_database, conn, made


def parquet(folder: Path) -> list[dict[str, Any]]:
    """Return the rows of the parts in their order."""
    return [row for file in sorted(folder.iterdir()) for row in pq.read_table(file).to_pylist()]


def told(conn: Conn, query: str) -> list[dict[str, Any]]:
    """Return experiences of the database as a Parquet file has them."""
    rows = []
    for row in conn.execute(query.encode()):
        info = row.pop("info")
        texts = {name: json.dumps(row[name], sort_keys=True) for name in DOCUMENTS}
        ids = {name: row[name] and str(row[name]) for name in ("session_id", "game_id")}
        rows.append({**row, **texts, **ids, "balance": info["balance"]})
    return rows


DOCUMENTS = ("obs", "action", "next_obs")


def exported(conninfo: str, folder: Path, **arguments: Any) -> list[dict[str, Any]]:
    """Export and return the rows, their documents with sorted keys."""
    exporter.export(conninfo, folder, **arguments)
    return [
        {**row, **{name: json.dumps(json.loads(row[name]), sort_keys=True) for name in DOCUMENTS}}
        for row in parquet(folder)
    ]


def test_a_parquet_export_has_the_columns_of_rl_export_and_null_for_what_form_1_lacks(
    played: tuple[str, Conn, list[uuid.UUID]], tmp_path: Path
) -> None:
    conninfo, conn, _ = played
    rows = exported(conninfo, tmp_path / "x.parquet", settle=0)
    assert rows == told(conn, "select * from slots.rl_export(page_size => 1000)")
    old = [row for row in rows if row["_v"] == 1]
    assert [(row["event_index"], row["terminated"]) for row in old] == [(1, False), (2, True)]
    lacking = ("game_id", "policy", "probability", "balance", "obs_balance_change")
    assert {row[name] for row in old for name in lacking} == {None}
    assert [row["obs_pending_bet"] for row in old] == [0, 0]
    assert {(row["policy"], row["probability"]) for row in rows if row["action_next_amount"]} == {
        ("greedy@7", 0.25)
    }
    schema = pq.read_schema(min((tmp_path / "x.parquet").iterdir()))
    kinds = {name: str(schema.field(name).type) for name in schema.names}
    assert {kinds[name] for name in kinds if name.endswith(("amount", "bet", "change"))} == {
        "double"
    }
    assert (kinds["event_index"], kinds["obs_spins"], kinds["created_at"]) == (
        *("int64", "int64"),
        "timestamp[us, tz=UTC]",
    )


def folded(steps: list[tuple[float, bool]], n: int, gamma: float) -> list[tuple[float, int]]:
    """Fold n steps into one over a stream of rewards and of ends, all that a consumer knows."""
    rows = []
    for at in range(len(steps)):
        reward, taken = 0.0, 0
        for each, is_end in steps[at : at + n]:
            reward += gamma**taken * each
            taken += 1
            if is_end:
                break
        rows.append((reward, taken))
    return rows


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: str(vector["n"]))
def test_a_stream_of_episodes_is_folded_here_as_torchrl_folds_it(vector: dict[str, Any]) -> None:
    steps = list(zip(vector["rewards"], vector["ends"], strict=True))
    ours = folded(steps, vector["n"], vector["gamma"])
    assert [taken for _, taken in ours] == [taken for _, taken in vector["rows"]]
    rewards = [reward for reward, _ in vector["rows"]]
    assert [reward for reward, _ in ours] == pytest.approx(rewards, abs=1e-9)


def test_n_step_targets_over_an_export_never_cross_an_episode(
    played: tuple[str, Conn, list[uuid.UUID]], tmp_path: Path
) -> None:
    conninfo, conn, made = played
    conn.execute("select slots.rl_create_dataset('all')")
    exporter.export(conninfo, tmp_path / "x.parquet", settle=0)
    # what goes on has a second piece, in a later run
    conn.execute("select slots.act(%s, %s)", (made[3], Jsonb(SPIN)))
    exporter.export(conninfo, tmp_path / "x.parquet", settle=0)
    exporter.export(conninfo, tmp_path / "dataset.parquet", dataset="all-v0")
    for folder, pieces in (("x.parquet", 7), ("dataset.parquet", 6)):
        rows = parquet(tmp_path / folder)
        steps = [(row["reward"], row["terminated"] or row["truncated"]) for row in rows]
        assert steps[-1][1]
        for n in (1, 2, 3, 50):
            for at, (_, taken) in enumerate(folded(steps, n, 0.9)):
                window = rows[at : at + taken]
                assert len({row["session_id"] for row in window}) == 1
                indexes = [row["event_index"] for row in window]
                assert indexes == list(range(indexes[0], indexes[0] + taken))
                # and what follows the target is what was seen after the last of its steps
                assert [row["next_obs"] for row in window[:-1]] == [
                    row["obs"] for row in window[1:]
                ] or window[0]["_v"] == 1
        # as d3rlpy cuts a stream: after each end
        assert sum(is_end for _, is_end in steps) == pieces
    whole = [
        [row["event_index"] for row in group]
        for _, group in groupby(
            parquet(tmp_path / "dataset.parquet"), lambda row: row["session_id"]
        )
    ]
    assert whole == [list(range(1, len(each) + 1)) for each in whole]


def test_a_dataset_is_exported_byte_by_byte_the_same_whatever_is_played_and_killed(
    played: tuple[str, Conn, list[uuid.UUID]], tmp_path: Path
) -> None:
    conninfo, conn, made = played
    conn.execute("select slots.rl_create_dataset('all')")
    frozen = told(conn, "select * from slots.rl_export_dataset('all-v0')")
    for name in ("first.parquet", "first.jsonl"):
        exporter.export(conninfo, tmp_path / name, dataset="all-v0")
    conn.execute("select slots.act(%s, %s)", (made[3], Jsonb(OUT)))
    for ending in ("parquet", "jsonl"):
        again = tmp_path / f"again.{ending}"
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(exporter, "settle_part", Interrupt(exporter.settle_part))
            with pytest.raises(InterruptedError):
                exporter.export(conninfo, again, dataset="all-v0")
        cursor = exporter.export(conninfo, again, dataset="all-v0")
        assert (cursor.finished, cursor.rows) == (True, len(frozen))
        first = tmp_path / f"first.{ending}"
        both = [sorted(each.iterdir()) if each.is_dir() else [each] for each in (first, again)]
        assert [file.read_bytes() for file in both[0]] == [file.read_bytes() for file in both[1]]
    assert exported(conninfo, tmp_path / "first.parquet", dataset="all-v0") == frozen
    assert exported(conninfo, tmp_path / "third.parquet", dataset="all-v0") == frozen


class Interrupt:
    """Settles one part and is interrupted at the next."""

    def __init__(self, settle: Any) -> None:
        """Know what settles."""
        self.settle, self.parts = settle, 0

    def __call__(self, *arguments: Any) -> None:
        """Settle, or be interrupted."""
        if self.parts:
            raise InterruptedError
        self.parts += 1
        self.settle(*arguments)


def test_episodes_come_whole_and_a_minari_dataset_holds_them(
    played: tuple[str, Conn, list[uuid.UUID]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    conninfo, conn, _ = played
    conn.execute("select slots.rl_create_dataset('all')")
    found = [steps.to_pylist() for steps in exporter.episodes(conninfo, dataset="all-v0")]
    assert found == [steps.to_pylist() for steps in exporter.episodes(conninfo, settle=0)]
    exporter.export(conninfo, tmp_path / "x.parquet", dataset="all-v0")
    assert [row for steps in found for row in steps] == parquet(tmp_path / "x.parquet")
    assert all(len({row["session_id"] for row in steps}) == 1 for steps in found)
    assert len(found) == 6

    monkeypatch.setenv("MINARI_DATASETS_PATH", str(tmp_path / "minari"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        # what a killed run leaves is begun again
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(exporter, "marked", interrupted)
            with pytest.raises(InterruptedError):
                exporter.to_minari(conninfo, "gamekeeper/all-v0", dataset="all-v0")
        exporter.to_minari(conninfo, "gamekeeper/all-v0", dataset="all-v0")
        dataset = minari.load_dataset("gamekeeper/all-v0")
    modern = [steps for steps in found if steps[0]["_v"] == 2]
    assert (dataset.total_episodes, len(modern)) == (5, 5)
    for episode, steps in zip(dataset.iterate_episodes(), modern, strict=True):
        assert episode.rewards.tolist() == [row["reward"] for row in steps]
        assert episode.truncations.tolist() == [row["truncated"] for row in steps]
        assert episode.actions["amount"].flatten().tolist() == [
            row["action_amount"] or row["action_next_amount"] or 0 for row in steps
        ]


def interrupted(found: Iterator[Any]) -> Iterator[Any]:
    """Be interrupted before the first step."""
    next(found)
    raise InterruptedError
    yield


def test_the_command_exports_and_says_in_a_line_what_it_cannot(
    played: tuple[str, Conn, list[uuid.UUID]], tmp_path: Path
) -> None:
    conninfo, conn, _ = played
    conn.execute("select slots.rl_create_dataset('all')")

    def run(*arguments: str) -> tuple[int, str, str]:
        command = [sys.executable, "-m", "gamekeeper.export", "--conninfo", conninfo, *arguments]
        done = subprocess.run(command, cwd=tmp_path, check=False, capture_output=True, text=True)
        return done.returncode, done.stdout, done.stderr

    assert run("x.jsonl", "--dataset", "all-v0") == (0, "x.jsonl holds all-v0: 19 steps.\n", "")
    assert len((tmp_path / "x.jsonl").read_text().splitlines()) == 19
    assert run("y.jsonl", "--dataset", "all-v1") == (2, "", "export: there is no dataset all-v1\n")
    assert not (tmp_path / "y.jsonl").exists()
