"""The commands that the pages of operations show are ones that the program understands."""

import re
import shlex

import pytest
import typer.main

from runner import ROOT
from runner.cli import app

PAGES = sorted((ROOT / "docs" / "operations").glob("*.md"))
COMMAND = re.compile(
    r"^(?:`|.*`)?scripts/gamekeeper ((?:backup|restore|drill|watch|up|status)\b[^`\n|]*)",
    re.MULTILINE,
)


def commands() -> list[str]:
    """Return every command of the pages, in blocks and in sentences."""
    return sorted(
        {
            found.strip().rstrip(".,:;")
            for page in PAGES
            for found in COMMAND.findall(page.read_text())
        }
    )


def parse(line: str) -> None:
    """Read a command line as the program does, without doing anything."""
    command = typer.main.get_command(app)
    words = shlex.split(line)
    context = command.make_context("gamekeeper", [], resilient_parsing=True)
    while hasattr(command, "get_command"):
        name = words.pop(0)
        found = command.get_command(context, name)
        assert found is not None, name
        command, context = found, found.context_class(found, info_name=name, parent=context)
    command.parse_args(context, words)


def test_there_are_commands_to_look_at() -> None:
    assert len(commands()) > 10


@pytest.mark.parametrize("line", commands())
def test_a_command_of_a_page_is_understood(line: str) -> None:
    parse(line)


def test_a_command_that_is_not_there_is_found() -> None:
    with pytest.raises(Exception, match="nonsense"):
        parse("drill crash --nonsense")
