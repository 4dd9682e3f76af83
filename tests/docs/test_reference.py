"""The committed reference is what the catalog says."""

import shutil
from pathlib import Path

import psycopg
import pytest

import reference
from reference import pages
from runner import ROOT, SCHEMAS, sqitch


def test_the_committed_reference_is_fresh(database: str) -> None:
    assert reference.stale(database, ROOT) == [], (
        "run scripts/gamekeeper docs and commit docs/reference"
    )


@pytest.mark.skipif(not shutil.which("dot"), reason="graphviz is not installed")
def test_a_changed_comment_or_key_makes_the_reference_stale(
    fresh_database: str, tmp_path: Path
) -> None:
    reference.write(fresh_database, tmp_path)
    assert reference.stale(fresh_database, tmp_path) == []
    with psycopg.connect(fresh_database, autocommit=True) as conn:
        conn.execute("comment on table core.errors is 'Something else.'")
    assert reference.stale(fresh_database, tmp_path) == ["core.md"]
    with psycopg.connect(fresh_database, autocommit=True) as conn:
        conn.execute("create table core.extra (id bigint primary key)")
    assert reference.stale(fresh_database, tmp_path) == ["core.md", "core.svg"]
    reference.write(fresh_database, tmp_path)
    assert reference.stale(fresh_database, tmp_path) == []
    (tmp_path / reference.FOLDER / "leftover.md").write_text("old")
    assert reference.stale(fresh_database, tmp_path) == ["leftover.md"]


def test_the_reference_has_every_table_function_error_and_grant(database: str) -> None:
    texts, _ = reference.generate(database)
    with psycopg.connect(database) as conn:
        functions = conn.execute(
            "select pronamespace::regnamespace::text, proname from pg_proc"
            " where pronamespace::regnamespace::text = any (%s)",
            [list(SCHEMAS)],
        ).fetchall()
        codes = conn.execute("select code from core.errors").fetchall()
    assert functions
    assert [f for f in functions if f"### {f[0]}.{f[1]}\n" not in texts[f"{f[0]}.md"]] == []
    assert [code for (code,) in codes if f"## {code}\n" not in texts["errors.md"]] == []
    assert "Executable by authenticated, service_role" in texts["core.md"]


def test_every_call_that_is_sent_again_stands_in_the_table_of_repeats(database: str) -> None:
    text = reference.generate(database)[0]["repeats.md"]
    with psycopg.connect(database) as conn:
        tagged = conn.execute(
            "select proname, substring(obj_description(oid, 'pg_proc') from '\\[repeat: ([a-z]+)\\]') from pg_proc"
            " where pronamespace::regnamespace::text = any (%s)"
            " and obj_description(oid, 'pg_proc') ~ '\\[repeat: '",
            [list(SCHEMAS)],
        ).fetchall()
    few = 70
    assert len(tagged) > few
    lines = [line.split(" | ") for line in text.splitlines() if line.startswith("| [")]
    assert sorted(
        (line[0].split("]")[0][3:], line[2].removesuffix(" |")) for line in lines
    ) == sorted(tagged)
    assert ["| [claim](xp.md#xpclaim)", "`client`", "key", "`correlation_id` |"] in lines


def test_every_link_of_the_reference_leads_somewhere(database: str) -> None:
    texts, sources = reference.generate(database)
    anchors = {
        name: {
            pages.anchor(line.lstrip("# ")) for line in text.splitlines() if line.startswith("#")
        }
        for name, text in texts.items()
    }
    broken = [
        (name, target, fragment)
        for name, text in texts.items()
        for target, fragment in pages.links(text)
        if (target and target not in texts and target not in sources)
        or (fragment and fragment not in anchors[target or name])
    ]
    assert broken == []


def test_the_same_catalog_gives_the_same_bytes(database: str) -> None:
    assert reference.generate(database) == reference.generate(database)


PLANTED = """
create function core.planted_helper() returns void return null;
comment on function core.planted_helper() is 'Helps. [helper]';
create function core.planted() returns void return null;
comment on function core.planted() is 'Operators and the service: plants. More of it. Raises: NOT_FOUND. [operator] [repeat: key]';
create function core.planted_service() returns void return null;
comment on function core.planted_service() is 'For the service: serves. [service]';
create table core.planted_table (a integer);
comment on column core.planted_table.a is 'A name. [person]';
"""


def test_tags_are_columns_and_badges_and_no_text(fresh_database: str) -> None:
    with psycopg.connect(fresh_database, autocommit=True) as conn:
        conn.execute(PLANTED)
    texts, _ = reference.generate(fresh_database)
    core, operators = texts["core.md"], texts["operators.md"]
    assert "| [planted](#coreplanted) | `operator` |  | Plants. |" in core
    assert "| [planted_service](#coreplanted_service) | `service` |  | Serves. |" in core
    assert core.index("| [planted](") < core.index("| [planted_service](")
    assert "`operator` `repeat: key` *sql, " in core
    assert "| `a` | `integer` | yes | A name. | `person` |" in core
    row = "| [planted](core.md#coreplanted) | Plants. More of it. | [NOT_FOUND](errors.md#not_found) |"
    assert row in operators
    assert "planted_service" not in operators
    for text in texts.values():
        assert not [
            line for line in text.splitlines() if "[operator]" in line or "[person]" in line
        ]
    assert (
        core.index("### core.planted\n")
        < core.index("## Helpers")
        < core.index("### core.planted_helper")
    )


def test_objects_stand_under_the_room_that_the_plan_gives_them(database: str) -> None:
    texts, _ = reference.generate(database)
    for system, rooms in sqitch.rooms().items():
        headings = [
            line[3:] for line in texts[f"{system}.md"].splitlines() if line.startswith("## ")
        ]
        assert [heading for heading in headings if heading in rooms] == [
            room for room in rooms if room in headings
        ]
    slots = texts["slots.md"]
    assert slots.index("\n## play\n") < slots.index("### slots.act\n") < slots.index("## Helpers")
