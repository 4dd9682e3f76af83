"""The table of what runs by itself, in docs/core.md, names every task there is, and the pages agree on how often."""

import re

import psycopg

from runner import ROOT


def test_the_table_has_every_upkeep_task(database: str) -> None:
    section = (ROOT / "docs" / "core.md").read_text().split("### How often what runs\n")[1]
    tasks = re.findall(r"^\| `([a-z]+\.[a-z_]+)` \| \w", section.split("\n###")[0], re.MULTILINE)
    with psycopg.connect(database) as conn:
        expected = [
            name for (name,) in conn.execute("select task from core.upkeep_tasks order by task")
        ]
    assert expected
    assert [name for name in tasks if name in expected] == expected
    assert "cards.expire_turns" in tasks


def test_no_page_says_it_in_other_words() -> None:
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
    vague = [
        f"{page.name}: {words}"
        for page in pages
        for words in re.findall(r"every few (?:minutes|seconds)", page.read_text())
    ]
    assert vague == []
