"""Errors by code: each is counted once, whatever becomes of the log, and nothing that people wrote is told."""

from __future__ import annotations

import json
import re
import shutil
import time
from concurrent.futures import ThreadPoolExecutor
from io import StringIO
from pathlib import Path

import psycopg
import pytest
from rich.console import Console
from typer.testing import CliRunner

from recovery import clusters
from runner import Problem, cli
from watching import errors, page

FOREIGN = '","error_severity":"ERROR","state_code":"XX000","message":"'
TOLD = re.compile(r'gamekeeper_errors_raised\{code="(\w{5})",name="(\w+)"\} (\d+)')


def line(sqlstate: str, number: int, severity: str = "ERROR", database: str = "game") -> str:
    """Return a line of a server's log in JSON."""
    return (
        json.dumps(
            {
                "timestamp": "2026-11-26 20:00:00.000 UTC",
                "dbname": database,
                "session_id": "69a1f0aa.1f2",
                "line_num": number,
                "error_severity": severity,
                "state_code": sqlstate,
                "message": f"NOT_FOUND: ada@example.com {FOREIGN}",
                "statement": "select 'ada'",
            },
            separators=(",", ":"),
        )
        + "\n"
    )


class Scene:
    """A folder of logs, and a textfile."""

    def __init__(self, folder: Path) -> None:
        self.logs = folder / "log"
        self.logs.mkdir()
        self.log = self.logs / "postgresql.json"
        self.textfile = folder / "gamekeeper_errors.prom"

    def write(self, *lines: str) -> None:
        with self.log.open("a") as log:
            log.writelines(lines)

    def count(self, database: str | None = None) -> dict[str, int]:
        """Run the command, and return the codes that were raised."""
        errors.count(self.logs, self.textfile, database)
        found = TOLD.findall(self.textfile.read_text())
        return {code: int(count) for code, _, count in found if count != "0"}


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return Scene(tmp_path)


def test_the_codes_are_those_of_the_catalog(fresh_database: str) -> None:
    with psycopg.connect(fresh_database) as conn:
        rows = conn.execute("select sqlstate, code from core.errors").fetchall()
    assert errors.catalog() == dict(rows)


def test_each_line_is_counted_once(scene: Scene) -> None:
    scene.write(line("KG004", 1), line("KG004", 2), line("40P01", 3), line("00000", 4, "LOG"))
    scene.write(line("01000", 5, "WARNING"), line("57P01", 6, "FATAL"), "no JSON\n", "[1]\n")
    assert scene.count() == {"40P01": 1, "57P01": 1, "KG004": 2}
    assert scene.count() == {"40P01": 1, "57P01": 1, "KG004": 2}
    scene.write(line("KG004", 7))
    assert scene.count() == {"40P01": 1, "57P01": 1, "KG004": 3}


def test_a_line_that_is_half_written_waits_for_its_end(scene: Scene) -> None:
    whole = line("KG004", 1)
    scene.write(whole[:40])
    assert scene.count() == {}
    scene.write(whole[40:], whole[:200])
    assert scene.count() == {"KG004": 1}
    scene.write(whole[200:])
    assert scene.count() == {"KG004": 2}


def test_a_log_that_is_renamed_is_read_to_its_end(scene: Scene) -> None:
    scene.write(line("KG004", 1))
    scene.count()
    scene.write(line("KG004", 2))
    scene.log.rename(scene.logs / "postgresql.json.1")
    scene.write(line("KG005", 3))
    assert scene.count() == {"KG004": 2, "KG005": 1}


def test_a_log_that_is_copied_and_emptied_is_read_once(scene: Scene) -> None:
    scene.write(line("KG004", 1), line("KG004", 2))
    scene.count()
    scene.write(line("KG004", 3))
    shutil.copy(scene.log, scene.logs / "postgresql.json-20261126")
    scene.log.write_text("")
    assert scene.count() == {"KG004": 3}
    scene.write(*(line("KG005", number) for number in range(4, 10)))
    assert scene.count() == {"KG004": 3, "KG005": 6}


def test_logs_that_are_gone_are_forgotten_and_their_errors_are_not(scene: Scene) -> None:
    scene.write(line("KG004", 1))
    scene.count()
    scene.log.unlink()
    assert scene.count() == {"KG004": 1}
    assert json.loads(scene.textfile.with_name("gamekeeper_errors.prom.state").read_text()) == {
        "places": {},
        "counts": {"KG004": 1},
    }


def test_a_line_of_megabytes_is_one_error(scene: Scene) -> None:
    scene.write(line("KG004", 1).replace("select", "select" + "x" * 3_000_000), line("KG004", 2))
    assert scene.count() == {"KG004": 2}


def test_one_database_is_counted_where_one_is_named(scene: Scene) -> None:
    scene.write(line("KG004", 1), line("KG005", 2, database="another"))
    assert scene.count("game") == {"KG004": 1}


def test_codes_that_nobody_knows_are_one(scene: Scene) -> None:
    """So that whoever raises codes of their own makes no more rows."""
    scene.write(*(line(f"ZZ{number:03}", number) for number in range(50)))
    assert scene.count() == {"other": 50}
    rows = {code for code, _, _ in TOLD.findall(scene.textfile.read_text())}
    assert rows == {*errors.catalog(), *errors.SERIOUS, "other"}


def followed(follower: errors.Follower) -> dict[str, int]:
    """Return what the live page would show."""
    return {str(row["name"]): int(str(row["raised"])) for row in follower.rows()}


def test_the_live_page_follows_from_its_beginning(scene: Scene) -> None:
    """Through a rotation, from the middle of a line, and in the page's database alone."""
    half = line("KG004", 3)
    scene.write(line("KG004", 1), line("KG004", 2).replace("select", "select" + "x" * 200_000))
    scene.write(half[:40])
    follower = errors.Follower(scene.logs, "game")
    assert followed(follower) == {}
    scene.write(half[40:], line("KG005", 4, database="another"), line("40P01", 5))
    assert followed(follower) == {"NOT_FOUND": 1, "deadlock_detected": 1}
    scene.log.rename(scene.logs / "postgresql.json.1")
    scene.write(line("KG004", 6))
    assert followed(follower) == {"NOT_FOUND": 2, "deadlock_detected": 1}
    assert followed(follower) == {"NOT_FOUND": 2, "deadlock_detected": 1}


def test_the_live_page_follows_a_log_that_has_no_whole_line_yet(scene: Scene) -> None:
    whole = line("KG004", 1)
    scene.write(whole[:40])
    follower = errors.Follower(scene.logs, "game")
    scene.write(whole[40:])
    assert followed(follower) == {"NOT_FOUND": 1}


def test_two_runs_at_once_count_once(scene: Scene) -> None:
    scene.write(*(line("KG004", number) for number in range(500)))
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: errors.count(scene.logs, scene.textfile, None), range(4)))
    assert scene.count() == {"KG004": 500}


def test_what_is_wrong_is_one_line(scene: Scene) -> None:
    with pytest.raises(Problem, match="is no folder"):
        errors.count(scene.logs / "none", scene.textfile, None)
    with pytest.raises(Problem, match="is no folder"):
        errors.Follower(scene.logs / "none", "game")
    scene.count()
    scene.textfile.with_name("gamekeeper_errors.prom.state").write_text("{")
    with pytest.raises(Problem, match="remove it to count the logs anew"):
        scene.count()


def test_the_log_of_a_real_server_is_understood(tmp_path: Path) -> None:
    """Errors of the package and of the server, a hostile database name, and a rotation, with nothing told but codes."""
    textfile = tmp_path / "gamekeeper_errors.prom"

    def told() -> dict[tuple[str, str], int]:
        command = ["errors", "--log", str(own.data / "log"), "--textfile", str(textfile)]
        done = CliRunner().invoke(cli.app, command, catch_exceptions=False)
        assert done.exit_code == 0, done.output
        rows = TOLD.findall(textfile.read_text())
        return {(code, name): int(count) for code, name, count in rows if count != "0"}

    def become(expected: dict[tuple[str, str], int]) -> None:
        """The server answers before its log is written."""
        end = time.monotonic() + 60
        while (found := told()) != expected:
            assert time.monotonic() < end, found
            time.sleep(0.05)

    with clusters.scratch("errors") as own:
        server = clusters.start_deployed(
            own,
            fsync="off",
            logging_collector="on",
            log_destination="jsonlog",
            log_filename="game.log",
        )
        hostile = {**server.keywords, "dbname": FOREIGN}
        with pytest.raises(psycopg.OperationalError):
            psycopg.connect(psycopg.conninfo.make_conninfo("", **hostile))
        with server.connect() as conn:
            for statement in (
                "select core.raise('NOT_FOUND') /* ada@example.com */",
                "select core.raise('NOT_FOUND')",
                f"select '{FOREIGN}'::integer",
            ):
                with pytest.raises(psycopg.Error):
                    conn.execute(statement.encode())
            expected = {
                ("22P02", "invalid_text_representation"): 1,
                ("3D000", "invalid_catalog_name"): 1,
                ("KG004", "NOT_FOUND"): 2,
            }
            become(expected)
            follower = errors.Follower(own.data / "log", conn.info.dbname)
            before = page.figures(conn, follower)
            assert before[errors.QUERY] == []
            (own.data / "log" / "game.json").rename(own.data / "log" / "game.json.1")
            conn.execute("select pg_rotate_logfile()")
            with pytest.raises(psycopg.Error):
                conn.execute("select core.raise('STATE_ERROR')")
            become({**expected, ("KG005", "STATE_ERROR"): 1})
            now = page.figures(conn, follower)
            assert now[errors.QUERY] == [{"code": "KG005", "name": "STATE_ERROR", "raised": 1}]
            output = Console(file=StringIO(), width=160, record=True)
            output.print(page.page(conn, now, before, 0.5))
            shown = output.export_text()
            assert re.search(r"code\s+name\s+raised/s\s", shown), shown
            assert re.search(r"KG005\s+STATE_ERROR\s+2\s", shown), shown
            page.watch(server, output, every=0, looks=1, logs=own.data / "log")
            with pytest.raises(Problem, match="is no folder"):
                page.watch(server, output, every=0, looks=1, logs=own.data / "none")
    written = textfile.read_text() + textfile.with_name(f"{textfile.name}.state").read_text()
    assert "example" not in written
    assert '{code="XX000",name="internal_error"} 0\n' in textfile.read_text()
