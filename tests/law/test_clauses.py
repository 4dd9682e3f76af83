"""The tests that docs/slots.md names for clauses of regulators exist, under exactly these names."""

import re

from runner import ROOT

PAGE = ROOT / "docs" / "slots.md"
ROW = re.compile(r"^\| ((?:UK|AGCO) [^|]+) \| [^|]+ \| ([^|]+) \|$", re.MULTILINE)
# A description is the last argument of an assertion; a test of Python is a function.
DESCRIPTION = re.compile(r"'((?:[^'\n]|'')+)'\s*\);")
FUNCTION = re.compile(r"^def (test_\w+)\(", re.MULTILINE)
CLAUSES = {"UK 12A", "UK 12B", "UK 12D", "UK 13B", "AGCO 2.13", "AGCO 2.14", "AGCO 13.1"}


def named_tests(page: str) -> dict[str, list[str]]:
    """Return the tests that a page names for each clause."""
    tests: dict[str, list[str]] = {}
    for clauses, names in ROW.findall(page):
        for clause in re.sub(r" \(.*\)", "", clauses).split(", "):
            tests.setdefault(clause, []).extend(name.strip("`") for name in names.split("; "))
    return tests


def existing_tests() -> set[str]:
    """Return the names of the tests of slots and of races."""
    found: set[str] = set()
    for file in sorted((ROOT / "tests" / "slots").glob("*.sql")):
        found.update(name.replace("''", "'") for name in DESCRIPTION.findall(file.read_text()))
    for file in sorted((ROOT / "tests" / "races").glob("*.py")):
        found.update(FUNCTION.findall(file.read_text()))
    return found


def missing(page: str) -> list[str]:
    """Return the clauses without a test and the named tests that do not exist."""
    tests, existing = named_tests(page), existing_tests()
    return [
        *(f"{clause} has no test" for clause in sorted(CLAUSES - tests.keys())),
        *(
            f"{clause}: {name}"
            for clause, names in tests.items()
            for name in names
            if name not in existing
        ),
    ]


def test_every_test_named_for_a_clause_exists() -> None:
    page = PAGE.read_text()
    assert sum(len(names) for names in named_tests(page).values()) > 20
    assert missing(page) == []


def test_a_planted_name_of_no_test_is_found() -> None:
    page = PAGE.read_text()
    assert missing(page.replace("a lower limit holds at once", "a lower limit holds soon")) == [
        "UK 12D: a lower limit holds soon"
    ]
    assert sorted(missing(page.replace("`test_deposits_at_once_", "`test_deposits_"))) == [
        f"{clause}: test_deposits_stop_at_their_limit" for clause in ("AGCO 2.23", "UK 12B")
    ]


def test_a_planted_table_without_a_clause_is_found() -> None:
    rows = [line for line in PAGE.read_text().splitlines() if not line.startswith("| UK 13B ")]
    assert missing("\n".join(rows)) == ["UK 13B has no test"]
