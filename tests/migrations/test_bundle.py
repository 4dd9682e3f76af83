"""Each system can be taken alone, in each form, and others can be added, upgraded and reverted beside it."""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.migrations.conftest import Target

import bundler
from runner import ROOT, Problem, testing
from runner.sqitch import plan

# The long form, every bundle with its suites: GAMEKEEPER_BUNDLES=all scripts/test tests/migrations/test_bundle.py
EVERYTHING = os.environ.get("GAMEKEEPER_BUNDLES") == "all"
ALL = tuple(bundler.SYSTEMS)
PAIRS = tuple(itertools.combinations(ALL, 2))

# One call of each system, as a person who just signed up; it answers true.
PERSON = "00000000-0000-4000-8000-00000000000a"
SIGN_UP = f"insert into auth.users (id) values ('{PERSON}')"
CALLS = {
    "slots": "select balance = 0 from slots.create_wallet('EUR', 10)",
    "cards": "select join_code is not null from cards.create_game('{}')",
    "xp": f"select user_id is not null from xp.register_user('{PERSON}', 'UTC')",
    "sparc": "select name = 'Rook' from sparc.create_character('Rook', 'warrior')",
}


def sqitch(target: Target, database: str, project: Path, *arguments: str) -> str:
    """Run Sqitch in a project of a bundle, as the deployer, and return what it says."""
    done = target.sqitch(database, *arguments, project=project)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def schema(target: Target, database: str, *options: str) -> list[str]:
    """Return the entries of a dump of a database's schema, without Sqitch's registry and what differs in each dump.

    Sorted, since pg_dump's order of what depends on nothing follows the object ids.
    """
    assert target.server.binaries is not None
    program = target.server.binaries / "pg_dump"
    done = subprocess.run(
        [str(program), "--schema-only", "--exclude-schema=sqitch", *options],
        env=target.server.environment(database),
        capture_output=True,
        text=True,
        check=True,
    )
    text = "\n".join(
        line
        for line in done.stdout.splitlines()
        if "restrict" not in line and not line.startswith("SET ")
    )
    return sorted(entry.strip() for entry in text.split("\n--\n"))


def check_alive(target: Target, database: str, systems: Sequence[str]) -> None:
    """See that health can be asked and that each system answers a call of a person."""
    with target.superuser(database) as connection:
        connection.execute(SIGN_UP.encode())
        failed = connection.execute(
            "select name, detail from core.health() where detail like 'the check itself failed%'"
        ).fetchall()
        assert failed == []
        present = {
            name
            for (name,) in connection.execute(
                "select nspname from pg_namespace where nspname = any (%s)", [list(ALL)]
            )
        }
        assert present == set(systems)
        connection.execute(
            'set request.jwt.claims = \'{"sub": "' + PERSON + '", "role": "authenticated"}\''
        )
        connection.execute("set role authenticated")
        for system in systems:
            assert connection.execute(CALLS[system].encode()).fetchall() == [(True,)], system


def run_suites(target: Target, database: str, systems: Sequence[str]) -> None:
    """Run the pgTAP suites of core and of the systems that are there."""
    with target.superuser(database) as connection:
        connection.execute("create extension pgtap")
        connection.execute((ROOT / "tests" / "helpers.psql").read_bytes())
        for name in ("core", *systems):
            helpers = ROOT / "tests" / name / "helpers.psql"
            if helpers.exists():
                connection.execute(helpers.read_bytes())
    files = [
        str(file)
        for name in ("core", *systems)
        for file in sorted((ROOT / "tests" / name).glob("*.sql"))
    ]
    program = shutil.which("pg_prove")
    assert program is not None
    done = subprocess.run(
        [
            program,
            "--psql-bin",
            target.server.psql(),
            "--set",
            "ON_ERROR_STOP=1",
            "-d",
            database,
            "-Q",
            *files,
        ],
        env=target.server.environment(database),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, (done.stdout + done.stderr)[-6000:]


def versions(*cases: tuple[str, tuple[str, ...]]) -> pytest.MarkDecorator:
    """Run a test for servers of a version and the systems of a bundle."""
    names = [f"{version}-{'+'.join(systems)}" for version, systems in cases]
    return pytest.mark.parametrize(
        ("target", "systems"),
        cases,
        ids=names,
        indirect=["target"],
        scope="session",  # without, each test would get a cluster of its own
    )


@versions(*[("15", (name,)) for name in ALL], ("18", ALL), *[("15", pair) for pair in PAIRS])
def test_a_bundle_works_without_the_others(
    target: Target, tmp_path: Path, systems: tuple[str, ...]
) -> None:
    """As plain files of SQL in an empty database: healthy, answering a call of each system, and green in its suites.

    In the short form xp alone runs its suites. All systems together on 15 are what the rest of the tests run on; all of
    them on 18 run their suites on the database of Supabase's shape.
    """
    files = bundler.write(list(systems), "sql", tmp_path / "bundle")
    with target.database("bundle") as database:
        testing.run_scripts(target.as_deployer, database, files)
        check_alive(target, database, systems)
    if systems != ("xp",) and not EVERYTHING:
        return
    with target.database("suites") as database:
        testing.run_scripts(target.as_deployer, database, files)
        run_suites(target, database, systems)


@versions(("15", ALL), ("18", ALL))
def test_files_make_what_the_plan_makes(
    target: Target, tmp_path: Path, systems: tuple[str, ...]
) -> None:
    """The dump of the schemas is the same, whether the files or the scripts of the plan made them."""
    dumps = []
    for style in ("sql", "supabase") if target.version == "15" else ("sql",):
        files = bundler.write(list(systems), style, tmp_path / style)
        assert sorted(files) == files
        with target.database("bundle") as database:
            testing.run_scripts(target.as_deployer, database, files)
            dumps.append(schema(target, database))
    with target.database("bundle") as database:
        scripts = [change.script("deploy") for change in plan()]
        testing.run_scripts(target.as_deployer, database, scripts)
        assert {str(schema(target, database)), *map(str, dumps)} == {str(dumps[0])}


def test_the_same_release_is_the_same_bundle(tmp_path: Path) -> None:
    for style in bundler.FORMATS:
        one, two = (bundler.write(["xp", "cards"], style, tmp_path / f"{style}{n}") for n in "12")
        for first, second in zip(one, two, strict=True):
            assert first.name == second.name
            assert content(first) == content(second)


def content(path: Path) -> dict[str, str]:
    """Return the texts of a file or of all files below a folder."""
    files = [path] if path.is_file() else sorted(file for file in path.rglob("*") if file.is_file())
    return {str(file.relative_to(path)): file.read_text() for file in files}


@pytest.mark.parametrize("is_adopted", [True, *([False] if EVERYTHING else [])])
@versions(("15", ("slots", "xp")))
def test_projects_grow_beside_each_other(
    target: Target, tmp_path: Path, systems: tuple[str, ...], is_adopted: bool
) -> None:
    """Deploy xp, then slots from another bundle, upgrade both, revert slots: xp is untouched by it.

    Core and xp are installed by files and adopted (``sqitch deploy --log-only``); in the long form by Sqitch, too.
    """
    bundler.write(["xp"], "sqitch", tmp_path / "one")
    bundler.write(["slots"], "sqitch", tmp_path / "two")
    core, xp, slots = tmp_path / "one" / "core", tmp_path / "one" / "xp", tmp_path / "two" / "slots"
    assert (core / "sqitch.plan").read_text() == (
        tmp_path / "two" / "core" / "sqitch.plan"
    ).read_text()
    with target.database("growing") as database:
        if is_adopted:
            files = bundler.write(["xp"], "sql", tmp_path / "files")
            testing.run_scripts(target.as_deployer, database, files)
        recording = ["--log-only"] if is_adopted else []
        sqitch(target, database, core, "deploy", "--no-verify", *recording)
        sqitch(target, database, xp, "deploy", "--verify", *recording)
        for project in (tmp_path / "two" / "core", slots):
            sqitch(target, database, project, "deploy", "--no-verify")
        for project, name in ((xp, "xp"), (slots, "slots")):
            upgrade(project, name)
            sqitch(target, database, project, "deploy", "--verify")
        check_alive(target, database, systems)
        before = schema(target, database, "--schema=xp", "--schema=core")
        sqitch(target, database, slots, "revert", "-y")
        after = schema(target, database, "--schema=xp", "--schema=core")
        assert [set(before) - set(after), set(after) - set(before)] == [set(), set()]
        assert "xp/next" in sqitch(target, database, xp, "status")
        with target.superuser(database) as connection:
            assert connection.execute("select to_regnamespace('slots')").fetchone() == (None,)
            rows = "select count(*) from {} where {} like 'slots%%'"
            for table, column in (
                ("core.upkeep_tasks", "task"),
                ("core.health_checks", "name"),
                ("core.settings", "name"),
            ):
                assert connection.execute(rows.format(table, column).encode()).fetchone() == (0,), (
                    table
                )


def upgrade(project: Path, name: str) -> None:
    """Add a change to a project, as its next release would."""
    with (project / "sqitch.plan").open("a") as plan_file:
        plan_file.write(
            f"{name}/next [{name}/schema] 2030-01-01T00:00:00Z Gamekeeper <maintainers@gamekeeper.invalid> # more\n"
        )
    body = "begin; set local role gamekeeper; create table {0}.next (id uuid); commit;"
    (project / "deploy" / name / "next.sql").write_text(body.format(name))
    (project / "revert" / name / "next.sql").write_text(f"begin; drop table {name}.next; commit;")
    (project / "verify" / name / "next.sql").write_text(
        f"begin; select id from {name}.next; rollback;"
    )


def test_what_cannot_be_bundled_is_said(tmp_path: Path) -> None:
    """An unknown system, an unknown format and a folder that is in use are refused before anything is written."""
    (tmp_path / "mine").write_text("kept")
    for systems, style, out, word in (
        (["chess"], "sql", tmp_path / "new", "slots, cards, xp, sparc"),
        (["xp"], "tar", tmp_path / "new", "sqitch, sql, supabase"),
        (["xp"], "sql", tmp_path, "not an empty folder"),
        (["xp"], "sql", tmp_path / "mine", "not an empty folder"),
    ):
        with pytest.raises(Problem, match=word):
            bundler.write(systems, style, out)
    assert content(tmp_path) == {"mine": "kept"}
