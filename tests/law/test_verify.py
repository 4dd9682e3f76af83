"""Verify scripts are one list of facts: in one form, each true at the end of the plan, and none of the catalog's missing."""

import re

import psycopg
import pytest

from runner import sqitch, verify

HELPERS = set(
    re.findall(r"^create function pg_temp\.((?:has_|is_)\w+)", verify.HELPERS.read_text(), re.M)
)
MEND = "run scripts/gamekeeper verify-script and read the diff"


def form_faults(change: sqitch.Change, text: str) -> list[str]:
    """Return what is not the form of a verify script."""
    statements = re.findall(r"^select pg_temp\.(\w+)\(.*?\);$", text, re.MULTILINE | re.DOTALL)
    rest = re.sub(r"^select pg_temp\.\w+\(.*?\);\n", "", text, flags=re.MULTILINE | re.DOTALL)
    faults = [f"{name} is no helper" for name in statements if name not in HELPERS]
    if rest != verify.script(change, [], ""):
        faults.append(f"there is more than helpers' lines: {rest!r}")
    if not statements:
        faults.append("it states nothing")
    return faults


def test_every_verify_script_has_one_form() -> None:
    assert len(HELPERS) > 12
    faults = {
        change.name: found
        for change in sqitch.plan()
        if (found := form_faults(change, change.script("verify").read_text()))
    }
    assert faults == {}


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("rollback;", "commit;", "there is more"),
        ("begin;\n", "begin;\nset local role gamekeeper;\n", "there is more"),
        ("begin;\n", "begin;\ndo $$ begin assert true; end $$;\n", "there is more"),
        ("begin;\n", "begin;\nselect pg_temp.has_luck('core');\n", "has_luck is no helper"),
        ("\\ir ../../helpers.psql", "\\ir ../helpers.psql", "there is more"),
        (r"select.*;\n", "", "it states nothing"),
    ],
)
def test_another_form_is_seen(old: str, new: str, fault: str) -> None:
    change = next(c for c in sqitch.plan() if c.name == "core/errors/raise")
    text = change.script("verify").read_text()
    pattern = old if "*" in old else re.escape(old)
    broken = re.sub(pattern, lambda _: new, text)
    assert broken != text
    assert any(fault in found for found in form_faults(change, broken))


def stated() -> set[str]:
    """Return the lines of all scripts but those that are written by hand."""
    lines = "".join(change.script("verify").read_text() for change in sqitch.plan()).splitlines()
    return {
        line
        for line in lines
        if line.startswith("select pg_temp.") and not line.startswith("select pg_temp.is_true(")
    }


def test_verify_scripts_state_every_fact_of_the_catalog_and_no_other(fresh_database: str) -> None:
    with psycopg.connect(fresh_database, autocommit=True) as connection:
        verify.prepare(connection)
        facts = set(verify.facts(connection))
    assert len(facts) > 2000
    assert sorted(facts - stated()) == [], f"facts that no verify script states; {MEND}"
    assert sorted(stated() - facts) == [], f"lines that are not true; {MEND}"
