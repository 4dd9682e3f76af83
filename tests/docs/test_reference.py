"""The committed reference is what the catalog says."""

import shutil
from pathlib import Path

import psycopg
import pytest

from runner import ROOT, docs


def test_the_committed_reference_is_fresh(database: str) -> None:
    assert docs.stale(database, ROOT) == [], "run scripts/gamekeeper docs and commit docs/reference"


@pytest.mark.skipif(not shutil.which("dot"), reason="graphviz is not installed")
def test_a_changed_comment_or_key_makes_the_reference_stale(
    fresh_database: str, tmp_path: Path
) -> None:
    docs.write(fresh_database, tmp_path)
    assert docs.stale(fresh_database, tmp_path) == []
    with psycopg.connect(fresh_database, autocommit=True) as conn:
        conn.execute("comment on table core.errors is 'Something else.'")
    assert docs.stale(fresh_database, tmp_path) == ["core.md"]
    with psycopg.connect(fresh_database, autocommit=True) as conn:
        conn.execute("create table core.extra (id bigint primary key)")
    assert docs.stale(fresh_database, tmp_path) == ["core.md", "core.svg"]
    docs.write(fresh_database, tmp_path)
    assert docs.stale(fresh_database, tmp_path) == []
    (tmp_path / docs.FOLDER / "leftover.md").write_text("old")
    assert docs.stale(fresh_database, tmp_path) == ["leftover.md"]


def test_the_reference_has_every_table_function_error_and_grant(database: str) -> None:
    pages, _ = docs.generate(database)
    with psycopg.connect(database) as conn:
        functions = conn.execute(
            "select pronamespace::regnamespace::text, proname from pg_proc"
            " where pronamespace::regnamespace::text = any (%s)",
            [list(docs.SCHEMAS)],
        ).fetchall()
        codes = conn.execute("select code from core.errors").fetchall()
    assert functions
    assert [f for f in functions if f"### {f[0]}.{f[1]}\n" not in pages[f"{f[0]}.md"]] == []
    assert [code for (code,) in codes if f"## {code}\n" not in pages["errors.md"]] == []
    assert "Executable by authenticated, service_role" in pages["core.md"]


def test_every_link_of_the_reference_leads_somewhere(database: str) -> None:
    pages, sources = docs.generate(database)
    anchors = {
        name: {docs.anchor(line.lstrip("# ")) for line in text.splitlines() if line.startswith("#")}
        for name, text in pages.items()
    }
    broken = [
        (name, target, fragment)
        for name, text in pages.items()
        for target, fragment in docs.links(text)
        if (target and target not in pages and target not in sources)
        or (fragment and fragment not in anchors[target or name])
    ]
    assert broken == []
