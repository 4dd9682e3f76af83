"""What the documentation shows runs, and prints what the page says."""

from pathlib import Path

import pytest

from reference.pages import links
from runner import ROOT, snippets

GENERATED = ("reference", "benchmarks")
PAGES = [
    ROOT / "README.md",
    *(
        file
        for file in sorted((ROOT / "docs").rglob("*.md"))
        if file.relative_to(ROOT / "docs").parts[0] not in GENERATED
    ),
]
EXAMPLES = sorted((ROOT / "docs" / "examples").glob("*.sql"))


def name_of(file: Path) -> str:
    """Name a test after its file."""
    return str(file.relative_to(ROOT))


@pytest.mark.parametrize("file", [p for p in PAGES if "```" in p.read_text()], ids=name_of)
def test_every_snippet_of_a_page_does_what_the_page_says(file: Path, fresh_database: str) -> None:
    page = snippets.Page(file, ROOT, snippets.environment(fresh_database))
    snippets.run_page(page)
    if page.skipped:
        pytest.skip("; ".join(page.skipped))


@pytest.mark.parametrize("file", EXAMPLES, ids=name_of)
def test_an_example_prints_its_committed_output(file: Path, fresh_database: str) -> None:
    actual = snippets.run_example(file, "psql", snippets.environment(fresh_database))
    committed = file.with_suffix(".out")
    assert committed.exists(), f"{name_of(committed)} is missing; the output is:\n{actual}"
    difference = snippets.differs(committed.read_text(), actual)
    assert not difference, difference


def test_every_committed_output_has_its_example() -> None:
    outputs = {file.stem for file in (ROOT / "docs" / "examples").glob("*.out")}
    assert outputs == {file.stem for file in EXAMPLES}


def run(text: str, tmp_path: Path, conninfo: str) -> None:
    """Run a made-up page."""
    file = tmp_path / "page.md"
    file.write_text(text)
    snippets.run_page(snippets.Page(file, ROOT, snippets.environment(conninfo)))


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("```sql\nselect 1/0;\n```\n", "division by zero"),
        ("```sql\nselect 'open\n```\n```sql\nselect 1/0;\n```\n", "ERROR"),
        ("```sql error=STATE_ERROR\nselect 1;\n```\n", "did not fail with STATE_ERROR"),
        (
            "```sql\nselect 1 as one;\n```\n```output\n one\n---\n   2\n```\n",
            "not what the page shows",
        ),
        ("```sql as=user\nselect * from core.errors limit 0; create table t ();\n```\n", "ERROR"),
        ("```python\nraise SystemExit(3)\n```\n", "exit status 3"),
        ("```python\nprint(1)\n```\n```output\n2\n```\n", "not what the page shows"),
        ("```bash\nscripts/nonsense --now\n```\n", "no such program"),
        ("```json\n{not json}\n```\n", "not JSON"),
        ("```sql norun\nselect 1;\n```\n\n```output\n1\n```\n", "of what is not run"),
        ("```text\nselect 1;\n```\n\n```output\n1\n```\n", "of what is not run"),
        ("```output\n1\n```\n", "an output of nothing"),
        ("- one\n  ```sql\n  select 1;\n  ```\n", "a fence begins"),
        ("~~~sql\nselect 1;\n~~~\n", "a fence begins"),
    ],
)
def test_a_wrong_snippet_is_red(text: str, complaint: str, tmp_path: Path, database: str) -> None:
    with pytest.raises(snippets.Broken, match=complaint):
        run(text, tmp_path, database)


@pytest.mark.parametrize(
    "text",
    [
        "```sql as=user:mira\nselect auth.uid() is not null as known, current_user;\n```\n\n"
        "```output\n known | current_user\n-------+---------------\n t     | authenticated\n(1 row)\n```\n",
        "```sql as=service\nselect core.is_service();\n```\n"
        "```output\n is_service\n------------\n t\n(1 row)\n```\n",
        "```sql\nselect 7 as seven \\gset\n```\ntext\n```sql\nselect :seven + 1 as eight;\n```\n"
        "```output\n…\n 8\n(1 row)\n```\n",
        "```sql error=FORBIDDEN as=user\nselect core.health();\n```\n"
        "```sql as=owner\nselect 1;\n```\n",
        "```python\nimport os, psycopg\n"
        "print(psycopg.connect(os.environ['DATABASE_URL']).execute('select 1').fetchone())\n```\n"
        "```output\n(1,)\n```\n",
        "```bash\n# a comment\nFAST=1 git status\n```\n",
    ],
)
def test_a_right_snippet_passes(text: str, tmp_path: Path, database: str) -> None:
    run(text, tmp_path, database)


TABLE = " known | current_user\n-------+---------------\n t     | authenticated\n(1 row)\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("-------+", "------+"),
        ("-------+", "----------+"),
        ("-------+---", "-----------"),
        ("-----\n", "------\n"),
        ("-----\n", "----\n"),
        ("t     |", "t |"),
        ("(1 row)", "(2 rows)"),
    ],
)
def test_an_output_differs_by_a_dash_or_a_space(old: str, new: str) -> None:
    assert snippets.differs(TABLE, TABLE) is None
    assert TABLE.replace(old, new) != TABLE
    assert snippets.differs(TABLE.replace(old, new), TABLE)


@pytest.mark.parametrize("cell", ["2026-11-20 22:05:01.5+00", "…"])
def test_the_ruler_of_a_table_fits_where_a_cell_may_differ(cell: str) -> None:
    page = f" one | two\n-----+{'-' * (len(cell) + 2)}\n   1 | {cell}\n(1 row)\n"
    output = page.replace(cell, "2026-11-20 22:05:01.123+00")
    assert snippets.differs(page, output) is None
    assert "ruler" in str(snippets.differs(page.replace("-----+", "--------+"), output))


def test_ids_instants_and_digests_are_masked_by_first_appearance() -> None:
    first, second = "0190a0c0-0000-7000-8000-00000000000a", "0190a0c0-0000-7000-8000-00000000000b"
    masked = snippets.mask(f"{first} {second} {first} 2026-11-20 22:05:01.5+00 {'ab' * 32}")
    one, two, again, day, time, digest = masked.split()
    assert one == again != two
    assert (day, time) == ("2001-01-01", "00:00:00+00")
    assert digest == f"{1:064x}"


def test_masked_outputs_still_differ_where_an_id_is_another_one() -> None:
    first, second = "0190a0c0-0000-7000-8000-00000000000a", "0190a0c0-0000-7000-8000-00000000000b"
    assert snippets.differs(f"{first}\n{first}", f"{second}\n{second}") is None
    assert snippets.differs(f"{first}\n{first}", f"{first}\n{second}")


def test_every_link_of_the_documentation_leads_somewhere() -> None:
    broken = [
        f"{name_of(page)}: {target}"
        for page in PAGES
        for target, _ in links(page.read_text())
        if target and "://" not in target and not (page.parent / target).exists()
    ]
    assert broken == []
