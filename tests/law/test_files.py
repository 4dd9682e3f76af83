"""What the files of deploy/ and docs/ promise, beyond what the catalog can tell."""

import re

import pytest

from runner import ROOT

PIN = "begin;\nset local search_path = pg_temp;\n"
SCRIPTS = {
    str(path.relative_to(ROOT)): path.read_text()
    for path in sorted((ROOT / "deploy").rglob("*.sql"))
}


def unpinned(scripts: dict[str, str]) -> list[str]:
    """Return the scripts that look names up where the deployer's search path leads."""
    return [name for name, text in scripts.items() if PIN not in text]


def test_every_deploy_script_pins_its_search_path() -> None:
    """Where PUBLIC may create in a schema of the deployer's path, its function would run as the owner."""
    assert len(SCRIPTS) > 400
    assert unpinned(SCRIPTS) == []


@pytest.mark.parametrize(
    "text", ["begin;\nset local role gamekeeper;\n", "begin;\nset search_path = pg_temp;\n"]
)
def test_a_planted_script_without_a_path_is_found(text: str) -> None:
    assert unpinned({"planted": text}) == ["planted"]


# What a file makes, in the order in which it counts: a table's file may also make an index, a type's a function.
MAKES = re.compile(
    r"^\s*(?:create (?:or replace )?(?:unlogged |materialized |unique )?"
    r"(?:table|view|function|aggregate|procedure|sequence|type|domain|publication|schema|index) (?:if not exists )?([\w.]+))",
    re.MULTILINE,
)
# Files that make no object of their own: they look, or write rows, roles, privileges or a publication.
NAMELESS = {
    "errors",
    "settings",
    "bots",
    "health",
    "upkeep",
    "roles",
    "preflight",
    "default_privileges",
    "schema",
    "publication",
}


def misnamed(scripts: dict[str, str]) -> list[str]:
    """Return the deploy scripts that do not make the object that they are named for."""
    found = []
    for name, text in scripts.items():
        file = name.rsplit("/", 1)[1].removesuffix(".sql")
        made = {match.split(".")[-1] for match in MAKES.findall(text)}
        if file.endswith("_policies") and "create policy" in text:
            continue
        if file not in made and file not in NAMELESS:
            found.append(f"{name} makes {sorted(made) or 'nothing'}")
    return found


def test_every_deploy_script_makes_the_object_it_is_named_for() -> None:
    assert misnamed(SCRIPTS) == []


def test_a_planted_script_by_another_name_is_found() -> None:
    planted = {"deploy/core/keys/planted.sql": "create function core.other() returns void"}
    assert misnamed(planted) == ["deploy/core/keys/planted.sql makes ['other']"]


# Papers that are not in this repository.
FOREIGN = re.compile(
    r"\bSpec\b|[Ss]eed 00\d|\b(?:field|chance|design|review|rooms|style|commands|nights|live|people|packaging)\.md"
)


def foreign_citations(texts: dict[str, str]) -> list[str]:
    """Return the lines that cite what a reader does not have."""
    return [
        f"{name}: {line.strip()}"
        for name, text in texts.items()
        for line in text.splitlines()
        if FOREIGN.search(line)
    ]


def test_no_file_cites_what_a_reader_does_not_have() -> None:
    texts = {
        str(path.relative_to(ROOT)): path.read_text()
        for folder in ("deploy", "revert", "verify", "docs")
        for path in sorted((ROOT / folder).rglob("*"))
        if path.suffix in {".sql", ".md", ".psql"}
        # the one is generated, the other says where the package departs from what it was built from
        and not {"reference", "deviations", "deviations.md"} & set(path.parts)
    }
    assert len(texts) > 1000
    assert foreign_citations(texts) == []


@pytest.mark.parametrize("line", ["-- as Spec 3 says", "see seed 003", "see chance.md"])
def test_a_planted_foreign_citation_is_found(line: str) -> None:
    assert foreign_citations({"planted": line}) == [f"planted: {line}"]
