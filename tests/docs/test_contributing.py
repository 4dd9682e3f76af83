"""The worked example of CONTRIBUTING.md shows the files as they are."""

import re

from runner import ROOT

SHOWN = re.compile(r"^ +`([\w/.]+)`:\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def shown() -> list[tuple[str, str]]:
    """Return each file that the page names, with what it shows of it."""
    return SHOWN.findall((ROOT / "CONTRIBUTING.md").read_text())


def test_the_worked_example_is_what_the_files_hold() -> None:
    found = shown()
    assert {"deploy", "revert", "sqitch.plan", "verify", "tests"} <= {
        file.split("/")[0] for file, _ in found
    }
    wrong = [
        f"{file}: {line}"
        for file, text in found
        for line in text.splitlines()
        if line not in (ROOT / file).read_text().splitlines()
    ]
    assert wrong == []


def test_whole_scripts_are_shown_whole() -> None:
    parts = [
        file
        for file, text in shown()
        if file.split("/")[0] in ("deploy", "revert", "verify")
        and text != (ROOT / file).read_text()
    ]
    assert parts == []
