"""How often what runs stands in one table, in docs/core.md, and every page says it so."""

import re

from runner import ROOT


def test_the_table_stands_in_one_place() -> None:
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
    heading = "How often what runs\n"
    assert [page.name for page in pages if f"# {heading}" in page.read_text()] == ["core.md"]


def test_no_page_says_it_in_other_words() -> None:
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
    vague = [
        f"{page.name}: {words}"
        for page in pages
        for words in re.findall(r"every few\s+(?:minutes|seconds)", page.read_text())
    ]
    assert vague == []
