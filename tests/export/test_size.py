"""A frozen dataset is exported with the same bytes each time and in the same memory, however many steps it has."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import psycopg

STEPS = int(os.environ.get("GAMEKEEPER_STEPS", "4000"))
# Episodes of a thousand steps, of which every other one is over. Nothing else of the sessions matters here.
FILL = """
create temp table episodes as
select md5('episode' || n)::uuid as session_id, n from generate_series(1, %(episodes)s) as n;
insert into slots.rl_store
  (session_id, event_index, id, owner_id, state, action, reward, next_state, done, created_at, game_id, truncated, balance)
select
  e.session_id, s, gen_random_uuid(), e.session_id,
  jsonb_build_object('state', 'Evaluating', 'balanceChange', (s - 1) %% 7 - 3.25, 'pendingBet', 0, 'spins', s - 1),
  '{"type": "Spin", "amount": 1.5}', 0.75, jsonb_build_object('state', 'Evaluating', 'balanceChange', s %% 7 - 3.25, 'pendingBet', 0, 'spins', s),
  s = 1000 and e.n %% 2 = 0, '2026-11-20', md5('game')::uuid, false, 1000 - s
from episodes as e cross join generate_series(1, 1000) as s;
insert into slots.rl_blocks (session_id, first_index, created_at)
select e.session_id, s, '2026-11-20' from episodes as e cross join generate_series(1, 1000, 16) as s;
"""
# Short runs settle after 500 steps, long ones as ever.
EXPORT = """
import os, resource, signal, sys
from pathlib import Path
from gamekeeper import export as exporter
conninfo, path, dies, is_short = sys.argv[1], Path(sys.argv[2]), sys.argv[3] == "dies", sys.argv[4] == "short"
if is_short:
    exporter.GROUP_ROWS, exporter.PART_GROUPS, exporter.DATASET_PAGE_ROWS = 250, 2, 300
settle = exporter.settle_part
def dying(sink, cursor, file):
    settle(sink, cursor, file)
    if dies:
        os.kill(os.getpid(), signal.SIGKILL)
exporter.settle_part = dying
told = []
exporter.export(conninfo, path, dataset="large-v0", progress=lambda rows, of: told.append((rows, of)))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, told[0], told[-1], told == sorted(told))
"""


class Watch(threading.Thread):
    """Notes the most memory of its own that a server process has, in megabytes."""

    def __init__(self, pid: int) -> None:
        """Know the process."""
        super().__init__(daemon=True)
        self.status, self.is_over, self.most = Path(f"/proc/{pid}/status"), threading.Event(), 0

    def run(self) -> None:
        """Look at it until it is over."""
        while not self.is_over.wait(0.05):
            kilobytes = self.status.read_text().partition("RssAnon:")[2].split()[0]
            self.most = max(self.most, int(kilobytes) // 1024)


def exported(conninfo: str, path: Path, *, dies: bool = False) -> str:
    """Export in a process of its own and return what it said."""
    length = "short" if STEPS < 1_000_000 else "long"
    given = [conninfo, str(path), "dies" if dies else "lives", length]
    done = subprocess.run(
        [sys.executable, "-c", EXPORT, *given], check=False, capture_output=True, text=True
    )
    assert (done.returncode == 0) is not dies, done.stderr
    return done.stdout


def contents(path: Path) -> list[bytes]:
    """Return what an export wrote."""
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    return [file.read_bytes() for file in files]


def test_a_large_dataset_is_byte_by_byte_the_same_twice_and_after_a_kill(
    fresh_database: str, tmp_path: Path
) -> None:
    with psycopg.connect(fresh_database, autocommit=True) as conn:
        with conn.transaction(), psycopg.ClientCursor(conn) as cursor:
            cursor.execute("set local session_replication_role = replica")
            cursor.execute(FILL, {"episodes": STEPS // 1000})
        conn.execute("analyze slots.rl_store")
        conn.execute("analyze slots.rl_blocks")
        watch = Watch(conn.info.backend_pid)
        watch.start()
        made: Any = conn.execute(
            "select episodes, steps from slots.rl_create_dataset('large')"
        ).fetchone()
        watch.is_over.set()
        watch.join()
    assert made == (STEPS // 1000, STEPS)
    assert watch.most < 150
    for ending in ("parquet", "jsonl"):
        whole, again = tmp_path / f"whole.{ending}", tmp_path / f"again.{ending}"
        memory, _, rest = exported(fresh_database, whole).partition(" ")
        group = min(250 if STEPS < 1_000_000 else 65_536, STEPS)
        assert rest == f"({group}, {STEPS}) ({STEPS}, {STEPS}) True\n"
        assert int(memory) < 500
        exported(fresh_database, again, dies=True)
        begun = json.loads((tmp_path / f"again.{ending}.cursor.json").read_text())
        assert 0 < begun["rows"] < STEPS and not begun["finished"]
        exported(fresh_database, again)
        assert contents(again) == contents(whole)
