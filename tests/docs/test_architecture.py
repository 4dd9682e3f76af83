"""The drawings of docs/architecture/ are what the plan, the catalog and a traced call say."""

import shutil

import psycopg
import pytest

import architecture
from runner import ROOT

pytestmark = pytest.mark.skipif(not shutil.which("dot"), reason="graphviz is not installed")


def test_the_committed_drawings_are_fresh(fresh_database: str) -> None:
    assert architecture.stale(fresh_database, ROOT) == [], (
        "run scripts/gamekeeper docs and commit docs/architecture"
    )


def test_a_new_trigger_makes_its_picture_and_the_way_through_it_stale(fresh_database: str) -> None:
    with psycopg.connect(fresh_database, autocommit=True) as conn:
        conn.execute(
            "create function xp.planted() returns trigger language plpgsql as"
            " 'begin return null; end'; create trigger planted after insert on xp.xp_ledger"
            " for each row execute function xp.planted()"
        )
    stale = architecture.stale(fresh_database, ROOT)
    assert {"triggers.svg", "way-of-a-claim.svg"} <= set(stale)


def test_every_drawing_is_shown_by_the_page() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text()
    drawn = sorted(file.name for file in (ROOT / architecture.FOLDER).glob("*.svg"))
    assert drawn
    assert [name for name in drawn if f"](architecture/{name})" not in page] == []
