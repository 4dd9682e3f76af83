"""The style holds for every file, and the checker of bodies sees what it should."""

import pytest

from runner import lint


@pytest.mark.parametrize("name", lint.CHECKS)
def test_finds_nothing(name: str) -> None:
    """A linter has no complaint about any file."""
    if complaint := lint.CHECKS[name]([]):
        pytest.fail(complaint, pytrace=False)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("SELECT 1;\n", "SELECT is not in lower case"),
        ("do $$\nbegin\n  IF true then\n  end if;\nend\n$$;\n", "IF is not in lower case"),
        ("select\n   1;\n", "the indent is not a multiple of two spaces"),
        ("select\n\t1;\n", "a tab"),
        ("select 1; \n", "a space at the line's end"),
        ("select 1;", "the file does not end in one newline"),
        ("select 1;\n\n", "the file does not end in one newline"),
    ],
)
def test_style_sees(text: str, fault: str) -> None:
    """Each fault of style is named once."""
    assert [found for _, found in lint.style_faults(text)] == [fault]


@pytest.mark.parametrize(
    "text",
    [
        "select 'SELECT', \"FROM\"; -- WHERE\n",
        "/* AND */ select e'it\\'s OR', 'it''s NOT';\n",
        "comment on table a.b is\n  'One\n   thing.';\n",
        "select regexp_match(a, $re$FROM (.+) TO$re$);\n",
    ],
)
def test_style_passes(text: str) -> None:
    """Strings, names and comments are no code."""
    assert lint.style_faults(text) == []
