"""After every test of xp the balances, streaks and season totals are what ledger and awards add up to."""

from pathlib import Path

import pytest

HERE = Path(__file__).parent
END = (
    "select is_empty($$select * from xp.reconcile()$$, 'the books agree at the end');\n"
    "select * from finish();\n"
)


@pytest.mark.parametrize("file", sorted(HERE.glob("*.sql")), ids=lambda file: file.name)
def test_every_file_ends_by_reconciling(file: Path) -> None:
    """No test of xp may end without asking xp.reconcile()."""
    assert END in file.read_text()
