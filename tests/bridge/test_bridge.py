"""The bridge turns red where it must: judged from text, and once through pytest, psql and a server."""

import subprocess
import sys
from pathlib import Path

import pytest

from runner import ROOT, tap_report

GREEN = "1..2\nok 1 - one\nok 2 - two\n"


def problems(output: str, errors: str = "", exit_status: int = 0) -> list[str]:
    """Return what is wrong with a file that printed this."""
    return tap_report.judge(output, errors, exit_status).problems


def outcomes(output: str) -> list[str]:
    """Return how each assertion counts."""
    return [found.outcome for found in tap_report.judge(output, "", 0).assertions]


def test_green_is_green() -> None:
    """A plan that is kept has no problem, wherever it stands."""
    assert problems(GREEN) == []
    assert problems("ok 1 - one\nok 2\n1..2\n") == []
    assert outcomes(GREEN) == ["ok", "ok"]


@pytest.mark.parametrize(
    ("output", "problem"),
    [
        ("", "empty: no plan and no assertion"),
        ("1..0\n", "empty: no assertion"),
        ("ok 1 - one\n", "no plan"),
        ("1..3\nok 1\nok 2\n", "planned 3 assertions, ran 2"),
        ("1..1\nok 1\nok 2\n", "planned 1 assertions, ran 2"),
        ("1..1\nok 1\n1..1\n", "2 plans; a file has one"),
        ("1..2\nok 1\nok 3\n", "test 3 came where test 2 was due"),
        ("1..2\nok 1\nok 1\n", "test 1 came where test 2 was due"),
        ("1..1\nok 1\nBail out! the server is gone\n", "bailed out: the server is gone"),
    ],
)
def test_odd_output_is_red(output: str, problem: str) -> None:
    """Whatever is not one plan and as many assertions in order is a failure."""
    assert problems(output) == [problem]


def test_a_number_that_a_query_shows_is_no_plan() -> None:
    """A line such as 12345 stands between assertions where a file selects something."""
    assert problems("1..1\n12345\nok 1\n1234567|x\n") == []


def test_death_is_red() -> None:
    """A die in the middle shows psql's error, even where the plan was kept."""
    assert problems(GREEN, "ERROR:  division by zero\n", 3) == [
        "died: psql ended with status 3\nERROR:  division by zero"
    ]


def test_red_has_its_diagnostics() -> None:
    """The lines under an assertion are its own."""
    report = tap_report.judge("1..2\nnot ok 1 - a\n# have: 1\n# want: 2\nok 2 - b\n", "", 0)
    assert [(found.outcome, found.diagnostics) for found in report.assertions] == [
        ("not ok", ["have: 1", "want: 2"]),
        ("ok", []),
    ]


def test_directives_are_heeded() -> None:
    """A skip is a skip; a to-do that fails is no failure, one that passes is a pass."""
    assert outcomes("1..3\nok 1 # SKIP no\nnot ok 2 # TODO later\nok 3 # TODO done\n") == [
        "skip",
        "todo",
        "ok",
    ]
    assert tap_report.judge("1..0 # SKIP not here\n", "", 0).skipped == "SKIP not here"
    assert problems("1..0 # SKIP not here\n") == []


@pytest.mark.parametrize(
    ("description", "is_sentence"),
    [
        ("a player cannot spend below zero", True),
        ("no row is lost", True),
        ("no row lost", False),
        ("and the row is as it was after", False),
        ("Or the service may do it", False),
        ("nor does the service change it", False),
        ("unless the owner allows it", False),
        ("which the feed tells too", False),
        ("... while others wait on it", False),
        ("others wait, and so on…", False),
        ("", False),
    ],
)
def test_descriptions_name_a_rule(description: str, is_sentence: bool) -> None:
    """A description is a sentence by itself."""
    assert tap_report.is_sentence(description) == is_sentence


FILES = {
    "green": "select plan(1); select pass('this one is fine'); select * from finish();",
    "broken": "select plan(2); select is(1, 2, 'the number one is two'); select pass('this one is fine');",
    "mismatch": "select plan(3); select pass('this one is fine'); select * from finish();",
    "dead": "select plan(2); select pass('this one is fine'); select 1 / 0; select pass('this one never runs');",
    "cut_off": "select plan(2); select pass('this one is fine');",
    "empty": "",
    "twice": "select * from no_plan(); select pass('this one is fine'); select * from finish(); select * from finish();",
    "bail": "select plan(1); select pass('this one is fine'); select 'Bail out! no more';",
    "unread": "select plan(2); select pass('this one is fine'); select pass('and that one is too'); select * from finish();",
    "skipped": "select plan(1); select skip('not here', 1); select * from finish();",
    "todo": "select plan(1); select todo_start('later'); select fail('this one will come');",
}
RED = {"broken", "mismatch", "dead", "cut_off", "empty", "twice", "bail", "unread"}


@pytest.fixture(scope="module")
def said(test_databases: object, tmp_path_factory: pytest.TempPathFactory) -> str:
    """What pytest says of a folder with one file of each kind; it needs the server to be up."""
    assert test_databases
    folder = tmp_path_factory.mktemp("bridge")
    for name, text in FILES.items():
        body = f"begin;\n{text}\nrollback;\n" if text else ""
        (folder / f"{name}.sql").write_text(body)
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-rA", "-p", "no:cacheprovider"),
            *("-c", str(ROOT / "pyproject.toml"), "--rootdir", str(folder)),
            *("-p", "runner.pytest_plugin", str(folder)),
        ],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == pytest.ExitCode.TESTS_FAILED, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("name", FILES)
def test_file_through_pytest(said: str, name: str) -> None:
    """Each kind of file ends red or green as a whole."""
    word = "FAILED" if name in RED else "PASSED"
    assert f"\n{word} {name}.sql::pgtap" in said


def test_red_assertion_through_pytest(said: str) -> None:
    """A broken assertion is reported as a subtest of its own, with pgTAP's diagnostics."""
    assert "SUBFAILED[1 - the number one is two] broken.sql::pgtap" in said.replace(
        "[1 the", "[1 - the"
    )
    assert "have: 1" in said
    assert "want: 2" in said
    assert "division by zero" in said


def test_file_that_is_not_sql_is_not_collected(said: str) -> None:
    """Each file was one item, and nothing else was."""
    assert f"collected {len(FILES)} items" in said


def test_bridge_is_loaded() -> None:
    """The project's own tests go over the bridge that these tests try."""
    assert "runner.pytest_plugin" in (Path(__file__).parents[1] / "conftest.py").read_text()
