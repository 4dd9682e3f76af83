"""What the files of deploy/ promise, beyond what the catalog can tell."""

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
