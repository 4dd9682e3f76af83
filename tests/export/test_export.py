"""The exporter writes every experience once, whatever interrupts it."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import psycopg
import pyarrow.parquet as pq
import pytest
from gamekeeper import export as exporter
from gamekeeper.export import CannotExport
from psycopg.conninfo import make_conninfo

ROWS = 3000
FILL = """
insert into slots.rl_store
  (session_id, event_index, id, owner_id, state, action, reward, next_state, done, created_at,
  truncated, balance, game_id, policy, probability)
select
  md5('session' || i %% 7)::uuid, i / 7 + %(first)s, gen_random_uuid(), md5('owner' || i %% 2)::uuid,
  jsonb_build_object('state', 'Playing', 'balance', i, 'note', e'quote " backslash \\\\ ünï\\n'),
  '{"type": "Spin", "amount": 1.5}', i * 0.1 - 3, jsonb_build_object('balance', i + 1), i %% 11 = 0,
  now() - %(age)s::interval,
  case when i %% 3 > 0 then i %% 22 = 0 end, case when i %% 3 > 0 then i end, case when i %% 3 > 0 then md5('game')::uuid end,
  case when i %% 3 > 1 then e'greedy"\\\\@2' end, case when i %% 3 > 1 then 0.25 end
from generate_series(0, %(rows)s - 1) as i
"""


# Parts of 500 steps, groups of 250, pages that end within both.
SMALL = {"PAGE_ROWS": 700, "GROUP_ROWS": 250, "PART_GROUPS": 2, "BATCH_BYTES": 16 * 1024}


def fill(
    conn: psycopg.Connection[Any], rows: int = ROWS, first: int = 1, age: str = "1 minute"
) -> None:
    """Write experiences past the sessions they would belong to, which do not matter here."""
    with conn.transaction():
        conn.execute("set local session_replication_role = replica")
        conn.execute(FILL, {"rows": rows, "first": first, "age": age})
    time.sleep(exporter.MOMENT_SECONDS * 1.1)


@pytest.fixture
def store(fresh_database: str, monkeypatch: pytest.MonkeyPatch) -> psycopg.Connection[Any]:
    """A database with experiences, exported in small steps."""
    for name, value in SMALL.items():
        monkeypatch.setattr(exporter, name, value)
    with psycopg.connect(fresh_database, autocommit=True) as conn:
        fill(conn)
        yield conn


def stored(conn: psycopg.Connection[Any], where: str = "true") -> list[dict[str, Any]]:
    """Return steps of the store as slots.rl_export words them: the last of each session ends its episode."""
    rows = conn.execute(
        "select jsonb_build_object('obs', state, 'action', action, 'reward', reward, 'next_obs', next_state,"
        " 'terminated', done and truncated is not true, 'truncated', truncated is true"
        " or (not done and lead(event_index) over (partition by session_id order by event_index) is null), 'info',"
        " jsonb_build_object('session_id', session_id, 'event_index', event_index, 'balance', balance), 'game_id', game_id,"
        " 'policy', policy, 'probability', probability, 'created_at', created_at, '_v', _v)"
        f" from slots.rl_store where {where} order by session_id, event_index"
    ).fetchall()
    return [with_instant(row[0]) for row in rows]


def with_instant(record: dict[str, Any]) -> dict[str, Any]:
    """Return a record of JSON with its instant as one that can be compared."""
    return {**record, "created_at": datetime.fromisoformat(record["created_at"])}


def lines(path: Path) -> list[dict[str, Any]]:
    """Return the records of a JSON lines file."""
    return [with_instant(json.loads(line)) for line in path.read_text().splitlines()]


def parquet(path: Path) -> list[dict[str, Any]]:
    """Return the records of a folder of Parquet files as those of JSON lines are."""
    return [
        {
            "obs": json.loads(row["obs"]),
            "action": json.loads(row["action"]),
            "next_obs": json.loads(row["next_obs"]),
            "info": {name: row[name] for name in ("session_id", "event_index", "balance")},
            **{name: row[name] for name in ("reward", "terminated", "truncated", "game_id")},
            **{name: row[name] for name in ("policy", "probability", "created_at", "_v")},
        }
        for file in sorted(path.glob("*.parquet"))
        for row in pq.read_table(file).to_pylist()
    ]


def contents(path: Path) -> list[bytes]:
    """Return the bytes of what an export wrote."""
    return [file.read_bytes() for file in (sorted(path.iterdir()) if path.is_dir() else [path])]


FORMATS = [("x.jsonl", lines), ("x.parquet", parquet)]
Read = Callable[[Path], list[dict[str, Any]]]


@pytest.mark.parametrize(("name", "read"), FORMATS)
def test_an_export_holds_what_rl_export_returns_episode_by_episode(
    name: str, read: Read, store: psycopg.Connection[Any], fresh_database: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    told: list[tuple[int, int | None]] = []
    cursor = exporter.export(fresh_database, path, progress=lambda *done: told.append(done))
    assert cursor.finished and cursor.rows == ROWS
    assert [rows for rows, _ in told] == [*range(250, ROWS + 1, 250), ROWS]
    exported = read(path)
    assert exported == stored(store)
    page = store.execute(
        "select to_jsonb(e) from slots.rl_export(page_size => 1000) as e"
    ).fetchall()
    # no session is known to slots.sessions here, so rl_export takes none for one that goes on
    assert [without_end(row) for row in exported[:1000]] == [
        without_end(with_instant({name: row[0][name] for name in exported[0]})) for row in page
    ]


def without_end(record: dict[str, Any]) -> dict[str, Any]:
    """Return a record without what says that an episode goes on."""
    return {name: value for name, value in record.items() if name != "truncated"}


@pytest.mark.parametrize(("name", "read"), FORMATS)
def test_a_second_run_adds_what_came_since_and_nothing_twice(
    name: str, read: Read, store: psycopg.Connection[Any], fresh_database: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    exporter.export(fresh_database, path)
    assert exporter.export(fresh_database, path).rows == ROWS
    before = stored(store)
    fill(store, rows=70, first=9001, age="0")
    assert exporter.export(fresh_database, path).rows == ROWS + 70
    # what an episode that went on has since is a piece of its own, and both end
    assert read(path) == before + stored(store, "event_index >= 9001")


KILLED = """
import os, signal, sys
from pathlib import Path
from gamekeeper import export as exporter
for name, value in {small}.items():
    setattr(exporter, name, value)
settle, left = exporter.settle_part, [int(sys.argv[4])]
def dying(sink, cursor, file):
    if not left[0]:
        sink.file.flush() if hasattr(sink, "file") else None
        os.kill(os.getpid(), signal.SIGKILL)
    left[0] -= 1
    settle(sink, cursor, file)
exporter.settle_part = dying
exporter.export(sys.argv[1], Path(sys.argv[2]), dataset=sys.argv[3] or None)
"""


def killed(conninfo: str, path: Path, dataset: str, after: int) -> exporter.Cursor:
    """Kill an export when it has written a part more than so many, and return its cursor."""
    script = KILLED.replace("{small}", repr(SMALL))
    arguments = [sys.executable, "-c", script, conninfo, str(path), dataset, str(after)]
    assert subprocess.run(arguments, check=False).returncode == -signal.SIGKILL
    cursor = exporter.Cursor.read(path.with_name(path.name + ".cursor.json"))
    assert cursor is not None and not cursor.finished and cursor.rows == after * 500
    return cursor


@pytest.mark.parametrize(("name", "read"), FORMATS)
@pytest.mark.parametrize("after", [0, 1, 5])
def test_a_killed_export_is_resumed_and_is_byte_by_byte_what_it_would_have_been(
    name: str,
    read: Read,
    after: int,
    store: psycopg.Connection[Any],
    fresh_database: str,
    tmp_path: Path,
) -> None:
    whole, path = tmp_path / f"whole-{name}", tmp_path / name
    exporter.export(fresh_database, whole)
    before = stored(store)
    cursor = killed(fresh_database, path, "", after)
    fill(store, rows=70, first=9001, age="0")
    resumed = exporter.export(fresh_database, path)
    assert (resumed.until, resumed.rows) == (cursor.until, ROWS)
    assert contents(path) == contents(whole)
    exporter.export(fresh_database, path)
    assert read(path) == before + stored(store, "event_index >= 9001")


def test_a_transaction_that_commits_late_is_found_by_the_next_run(
    store: psycopg.Connection[Any], fresh_database: str, tmp_path: Path
) -> None:
    path = tmp_path / "x.jsonl"
    with psycopg.connect(fresh_database) as slow:
        slow.execute("select 1")  # so that it stays open after fill()
        fill(slow, rows=7, first=5001, age="0")
        fill(store, rows=7, first=6001, age="0")
        assert exporter.export(fresh_database, path).rows == ROWS
        before = stored(store, "event_index < 5001")
        slow.commit()
    assert exporter.export(fresh_database, path).rows == ROWS + 14
    assert lines(path) == before + stored(store, "event_index >= 5001")


def test_one_session_comes_in_the_order_of_its_steps(
    store: psycopg.Connection[Any], fresh_database: str, tmp_path: Path
) -> None:
    (session,) = store.execute("select md5('session3')::uuid::text").fetchone() or ("",)
    path = tmp_path / "one.jsonl"
    exporter.export(fresh_database, path, session=session.upper())
    assert lines(path) == stored(store, f"session_id = '{session}'")
    exporter.export(fresh_database, path, session=session)
    assert lines(path) == stored(store, f"session_id = '{session}'")
    with pytest.raises(CannotExport, match="another session, dataset or format"):
        exporter.export(fresh_database, path)


def test_an_unknown_session_is_refused_and_no_file_is_touched(
    store: psycopg.Connection[Any], fresh_database: str, tmp_path: Path
) -> None:
    path = tmp_path / "one.jsonl"
    unknown = "00000000-0000-4000-8000-000000000000"
    with pytest.raises(CannotExport, match=f"no session {unknown}") as refused:
        exporter.export(fresh_database, path, session=unknown)
    assert refused.value.exit_code == 2
    (session, other) = store.execute(
        "select md5('session3')::uuid::text, md5('owner4')::uuid::text"
    ).fetchone() or ("", "")
    stranger = as_role(fresh_database, "authenticated", f'{{"sub":"{other}"}}')
    with pytest.raises(CannotExport, match=f"no session {session} that you may read"):
        exporter.export(stranger, path, session=session, settle=0.05)
    assert list(tmp_path.iterdir()) == []
    exporter.export(fresh_database, path, session=session)
    with pytest.raises(CannotExport, match="no session"):
        exporter.export(fresh_database, path, session=unknown, restart=True)
    assert lines(path) == stored(store, f"session_id = '{session}'")


def test_an_export_may_begin_after_an_instant(
    store: psycopg.Connection[Any], fresh_database: str, tmp_path: Path
) -> None:
    path = tmp_path / "x.jsonl"
    (until,) = store.execute("select (now() - interval '30 seconds')::text").fetchone() or ("",)
    assert exporter.export(fresh_database, path, after=until).rows == 0
    assert path.read_text() == ""


def as_role(conninfo: str, role: str, claims: str = "") -> str:
    """Return a connection string that acts as a client role."""
    return make_conninfo(conninfo, options=f"-c role={role} -c request.jwt.claims={claims}")


def test_the_service_and_a_user_export_what_they_may_read(
    store: psycopg.Connection[Any], fresh_database: str, tmp_path: Path
) -> None:
    service = as_role(fresh_database, "service_role")
    with pytest.raises(CannotExport, match="pg_read_all_stats"):
        exporter.export(service, tmp_path / "all.jsonl")
    time.sleep(0.1)
    assert exporter.export(service, tmp_path / "all.jsonl", settle=0.05).rows == ROWS
    (owner,) = store.execute("select md5('owner1')::uuid::text").fetchone() or ("",)
    user = as_role(fresh_database, "authenticated", f'{{"sub":"{owner}"}}')
    path = tmp_path / "own.jsonl"
    exporter.export(user, path, settle=0.05)
    assert lines(path) == stored(store, f"owner_id = '{owner}'")


def test_a_store_rewritten_in_the_middle_changes_nothing(
    store: psycopg.Connection[Any], fresh_database: str, tmp_path: Path
) -> None:
    whole, path = tmp_path / "whole.jsonl", tmp_path / "x.jsonl"
    exporter.export(fresh_database, whole)
    killed(fresh_database, path, "", 2)
    store.execute("vacuum full slots.rl_store")
    assert exporter.export(fresh_database, path).rows == ROWS
    assert contents(path) == contents(whole)


def test_a_reward_that_json_cannot_hold_is_refused(
    store: psycopg.Connection[Any], fresh_database: str, tmp_path: Path
) -> None:
    fill(store, rows=1, first=7001)
    with store.transaction():
        store.execute("set local session_replication_role = replica")
        store.execute("update slots.rl_store set reward = 'NaN' where event_index = 7001")
    with pytest.raises(CannotExport, match="not finite"):
        exporter.export(fresh_database, tmp_path / "x.jsonl")
    assert exporter.export(fresh_database, tmp_path / "x.parquet").rows == ROWS + 1


def test_a_document_whose_field_has_another_type_is_in_json_lines_alone(
    store: psycopg.Connection[Any], fresh_database: str, tmp_path: Path
) -> None:
    fill(store, rows=1, first=7001)
    with store.transaction():
        store.execute("set local session_replication_role = replica")
        store.execute(
            'update slots.rl_store set next_state = \'{"spins": "many"}\' where event_index = 7001'
        )
    with pytest.raises(CannotExport, match="a field of another type"):
        exporter.export(fresh_database, tmp_path / "x.parquet")
    assert exporter.export(fresh_database, tmp_path / "x.jsonl").rows == ROWS + 1


def test_a_prepared_transaction_hides_its_age(
    store: psycopg.Connection[Any], tmp_path: Path, fresh_database: str
) -> None:
    (allowed,) = store.execute("show max_prepared_transactions").fetchone() or ("0",)
    if allowed == "0":
        pytest.skip("the server allows no prepared transactions")
    store.execute("begin; create table public.left_open (); prepare transaction 'left open'")
    try:
        with pytest.raises(CannotExport, match="prepared transaction"):
            exporter.export(fresh_database, tmp_path / "x.jsonl")
    finally:
        store.execute("rollback prepared 'left open'")


@pytest.mark.parametrize(
    ("name", "options", "complaint"),
    [
        ("x.csv", {}, "must end in"),
        ("x.jsonl", {"session": "not a uuid"}, "not a session's id"),
        ("x.jsonl", {"after": "yesterday"}, "not an instant"),
        ("x.jsonl", {"dataset": "x'; drop table slots.rl_store --v0"}, "not a dataset's name"),
        ("x.jsonl", {"dataset": "none-v0"}, "no dataset none-v0"),
        ("x.jsonl", {"dataset": "none-v0", "after": "2026-01-01"}, "exported whole"),
        ("there.jsonl", {}, "its cursor"),
        ("odd.jsonl", {}, "no cursor of an export"),
        ("short.jsonl", {}, "shorter than its cursor"),
        ("short.jsonl", {"after": "2026-01-01"}, "--after is for a first export"),
    ],
)
def test_what_cannot_be_exported_is_said_in_a_line(
    name: str, options: dict[str, str], complaint: str, database: str, tmp_path: Path
) -> None:
    (tmp_path / "there.jsonl").write_text("mine\n")
    (tmp_path / "odd.jsonl.cursor.json").write_text('{"rows": 1}')
    until = "2026-01-01T00:00:00+00:00"
    exporter.Cursor("jsonl", until=until, size=99, finished=True).write(
        tmp_path / "short.jsonl.cursor.json"
    )
    with pytest.raises(CannotExport, match=complaint):
        exporter.export(database, tmp_path / name, **options)
    assert (tmp_path / "there.jsonl").read_text() == "mine\n"


def test_a_restart_removes_only_what_an_export_wrote(
    store: psycopg.Connection[Any], fresh_database: str, tmp_path: Path
) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "thesis.txt").write_text("mine")
    with pytest.raises(CannotExport, match="must end in"):
        exporter.export(fresh_database, mine, restart=True)
    (tmp_path / "mine.jsonl").write_text("mine")
    with pytest.raises(CannotExport, match="its cursor"):
        exporter.export(fresh_database, tmp_path / "mine.jsonl", restart=True)
    assert (tmp_path / "mine.jsonl").read_text() == (mine / "thesis.txt").read_text() == "mine"

    path = tmp_path / "x.parquet"
    exporter.export(fresh_database, path)
    (path / "notes.txt").write_text("mine")
    with pytest.raises(CannotExport, match="its cursor"):
        exporter.export(fresh_database, path, restart=True)
    assert [file.name for file in path.iterdir()] == ["notes.txt"]
    (path / "notes.txt").unlink()
    path.rmdir()
    assert exporter.export(fresh_database, path, restart=True).rows == ROWS
    assert exporter.export(fresh_database, path, restart=True).rows == ROWS
    assert parquet(path) == stored(store)
