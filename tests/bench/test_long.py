"""What is measured over longer than a minute: the loaded histories are sound, and each command judges what it measured."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from typer.testing import CliRunner

from benchmarks import cli, growth, mixed, upkeep
from benchmarks.harness import MET, MISSED, UNCLEAR, UNMEASURED, Case, Context, Options, pgbench
from benchmarks.loading import LOADS, History
from recovery import checks
from runner import Problem
from runner.testing import TestDatabases

QUICK = Options.smoke()
UNITS = {"xp": 11}  # more users than one client claims for; three units of the others
# What a hand that reaches around the functions would change, and the check of the books that has to see it.
FAULTS = {
    "slots": [
        ("update slots.wallet_entries set created_at = created_at + interval '1 s' where entry_no = 5", "chains of wallets"),
        ("update slots.gameplay_events set result = jsonb_set(result, '{symbols,0}', '\"S9\"') where event_index = 7", "spins follow from their seeds"),
        ("update slots.wallets set balance = balance + 1", "wallets add up"),
    ],
    "cards": [("delete from cards.game_events where event_index = 20", "games replay")],
    "xp": [("update xp.xp_ledger set amount = amount + 1 where reward_day_id = (select min(reward_day_id) from xp.xp_ledger)", "experience adds up")],
    "sparc": [("update sparc.dice_rolls set difficulty = 4, margin = modified_total - 4 where roll_number = 3", "rolls follow from their secrets")],
}  # fmt: skip


@pytest.fixture(params=LOADS)
def history(request: pytest.FixtureRequest, fresh_database: str) -> Iterator[History]:
    """A short history of one system."""
    with psycopg.connect(fresh_database, autocommit=True) as conn:
        context = Context(fresh_database, conn, QUICK)
        made = History.begin(context, LOADS[request.param])
        made.grow(UNITS.get(request.param, 3) * made.rows_each)
        yield made


def complaints(history: History) -> list[str]:
    """Return which checks of the books find something."""
    return [check.name for check in checks.books(history.ctx.conn) if not check.ok]


def test_a_loaded_history_is_sound_and_can_be_played_on(history: History) -> None:
    system, ctx = history.load.system, history.ctx
    assert ctx.one(history.load.rows) == history.rows + history.rows_each
    assert complaints(history) == []
    seen = {check.name: check.detail for check in checks.books(ctx.conn)}
    assert not any(seen[name].startswith("0 looked at") for _, name in FAULTS[system])
    for statement, name in FAULTS[system]:
        with ctx.conn.transaction(force_rollback=True):
            ctx.run("set local session_replication_role = replica")
            ctx.run(statement)
            assert name in complaints(history), statement
    script = history.load.ready(ctx, history.units)
    case = Case("any", "one call", [], clients=1, threads=1)
    assert pgbench(ctx, case, script, QUICK.seconds).calls == 10
    assert complaints(history) == []


def test_growth_measures_every_size_in_turn_and_writes_it_down(
    test_databases: TestDatabases, tmp_path: Path
) -> None:
    server = test_databases.server.conninfo("postgres")
    outcome, run = growth.run_system(
        server, test_databases.template, LOADS["xp"], [400, 800], QUICK, clients=2
    )
    assert [size["rows"] for size in run["sizes"]] == [400, 800]
    assert [len(size["rounds"]) for size in run["sizes"]] == [1, 1]
    assert run["sizes"][1]["of_the_first"] == outcome.ratio(outcome.case.bars[0])
    assert [size["stopped"] for size in run["sizes"]] == [None, None]
    run["command"] = "scripts/bench growth xp"
    growth.keep(tmp_path, {"systems": {"xp": run}})
    other = run | {"command": "scripts/bench growth slots"}
    growth.keep(tmp_path, {"systems": {"slots": other}})
    assert list(json.loads((tmp_path / "growth.json").read_text())["systems"]) == ["slots", "xp"]
    assert "`scripts/bench growth slots`" in (tmp_path / "growth.md").read_text()
    assert (tmp_path / "growth.png").stat().st_size > 0
    with test_databases.server.connect("postgres") as control:
        left = control.execute(
            "select datname from pg_database where datname like %s",
            [f"gamekeeper_bench_{growth.os.getpid()}_xp%"],
        ).fetchall()
    assert left == []


def test_sizes_are_read_as_people_write_them() -> None:
    assert growth.sizes_of("200k, 1M,20000000") == [200_000, 1_000_000, 20_000_000]
    assert [growth.size_text(rows) for rows in (200_000, 1_500_000, 123_456)] == ["200 k", "1.5 M", "123,456"]  # fmt: skip
    for wrong in ("", "0", "1G", "M", "5M,1M", "1M,1M"):
        with pytest.raises(Problem):
            growth.sizes_of(wrong)


def test_what_would_fill_the_disk_is_refused(tmp_path: Path) -> None:
    growth.check_room(tmp_path, 0, 0, "nothing")
    growth.check_room(None, 30, 1e30, "a server elsewhere")
    with pytest.raises(Problem, match=r"5 M rolls would need .* less than the 30 GB of --leave"):
        growth.check_room(tmp_path, 30, 1e15, "5 M rolls")


def test_a_system_that_is_none_is_refused_before_a_server_starts() -> None:
    for command in (["growth", "chess"], ["upkeep", "chess"], ["chess"], ["--quick", "chess"]):
        refused = CliRunner().invoke(cli.app, command)
        assert isinstance(refused.exception, Problem), command
        assert "chess" in str(refused.exception)


# Mixed load -----------------------------------------------------------------------------------


def calls(last: float) -> list[tuple[float, float]]:
    """Return twenty calls a second for twenty seconds, of which one in ten takes long, longer in the last two seconds."""
    return [(n / 20, (last if n >= 360 else 100.0) if n % 10 == 0 else 5.0) for n in range(20 * 20)]


@pytest.mark.parametrize(("last", "word"), [(100, MET), (130, MET), (170, MISSED)])
def test_the_last_tenth_is_compared_with_the_second(last: float, word: str) -> None:
    run = mixed.judged(calls(last), 20)
    assert run["verdict"] == word
    assert run["last_of_second"] == last / 100
    assert [tenth["calls"] > 0 for tenth in run["tenths"]] == [True] * 10
    assert len(run["seconds"]) == 20


def test_a_ratio_on_both_sides_of_the_bar_is_unclear() -> None:
    assert mixed.verdict((1.4, 1.6)) == UNCLEAR


def test_tenths_without_a_call_are_not_compared() -> None:
    assert mixed.judged([(0.5, 3.0)], 20)["verdict"] == UNMEASURED


def test_all_systems_are_played_with_upkeep_and_looked_at(
    fresh_database: str, tmp_path: Path
) -> None:
    run = mixed.measure(fresh_database, 1, 4)
    assert run["looks"]
    assert run["upkeep"]
    assert sum(second["calls"] for second in run["seconds"]) > 0
    run |= {
        "started": "2026-11-26T12:00",
        "command": "scripts/bench mixed",
        "machine": {"cores": 2},
    }
    assert "not measured" in mixed.markdown(run)
    assert mixed.plot(run, tmp_path / "mixed.png").stat().st_size > 0


# Upkeep ---------------------------------------------------------------------------------------


def test_each_task_of_a_system_has_its_cost(test_databases: TestDatabases, tmp_path: Path) -> None:
    server = test_databases.server.conninfo("postgres")
    found = upkeep.measure(server, test_databases.template, LOADS["xp"], [80, 160], QUICK)
    tasks = [task["task"] for task in found[0]["tasks"]]
    assert {"xp.boards", "xp.claims", "xp.timezones", "core.partitions"} <= set(tasks)
    assert not [task for task in tasks if task.split(".")[0] not in ("xp", "core")]
    assert [task["failed"] for size in found for task in size["tasks"]] == [[]] * 2 * len(tasks)
    run = {"started": "now", "command": "scripts/bench upkeep xp", "rows_are": "ledger entries", "load_average": 1, "sizes": found}  # fmt: skip
    upkeep.keep(tmp_path, {"systems": {"xp": run}})
    assert "| xp.boards |" in (tmp_path / "upkeep.md").read_text()


def test_a_cost_that_grows_with_the_rows_is_named() -> None:
    assert upkeep.growth_text([1.0, 1.2], [0.010, 0.011], 1) == "flat"
    assert upkeep.growth_text([1.0, 2.0], [0.010, 0.050], 1) == "catching up 2.0 x, a run 5.0 x"
    assert upkeep.growth_text([1e-6, 2e-6], [0.001, 0.004], 1) == "flat"
    assert upkeep.growth_text([0.0, 1.0], [0.0, 0.0], 1) == "catching up 200.0 x"
