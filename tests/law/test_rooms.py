"""The rooms of a system stand in one order, which docs/architecture.md states and the plan keeps."""

import pytest

from runner import ROOT, sqitch

PLAN = (ROOT / "sqitch.plan").read_text()
MOST_FILES = 25
SHARED = {"core", "auth"}


def breaches(plan: str, order: dict[str, list[str]]) -> list[str]:
    """Return what a plan does against the order of rooms, a sentence each."""

    def level(change: str) -> int:
        """Return how high a change's room stands; 0 is the top of its system."""
        system, *room, _ = change.split("/")
        return order[system].index(room[0]) + 1 if room else 0

    found = []
    for change in sqitch.parse(plan):
        system, *room, _ = change.name.split("/")
        if room and room[0] not in order.get(system, []):
            found.append(f"{change.name} stands in a room that docs/architecture.md does not name")
            continue
        for required in change.requires:
            other = required.split("@")[0]
            if other.split("/")[0] != system:
                if other.split("/")[0] not in SHARED:
                    found.append(f"{change.name} requires {other}, which belongs to another system")
            elif level(other) > level(change.name):
                found.append(f"{change.name} requires {other}, whose room stands behind its own")
    return found


def test_the_plan_keeps_the_order_of_rooms() -> None:
    assert len(sqitch.plan()) > 400
    assert set(sqitch.rooms()) == {"core", "slots", "cards", "xp", "sparc"}
    assert breaches(PLAN, sqitch.rooms()) == []


@pytest.mark.parametrize(
    ("planted", "expected"),
    [
        ("slots/checks/planted [slots/play/act]", "whose room stands behind its own"),
        ("slots/planted [slots/checks/check_money]", "whose room stands behind its own"),
        ("slots/play/planted [xp/claims/claim]", "which belongs to another system"),
        ("core/keys/planted [xp/schema]", "which belongs to another system"),
        ("slots/attic/planted", "does not name"),
    ],
)
def test_a_planted_breach_of_the_order_is_found(planted: str, expected: str) -> None:
    plan = f"{PLAN}{planted} 2026-01-01T00:00:00Z A <a@b.invalid> # planted\n"
    (breach,) = breaches(plan, sqitch.rooms())
    assert expected in breach


@pytest.mark.parametrize("kind", ["deploy", "revert", "verify"])
def test_no_folder_is_a_heap(kind: str) -> None:
    folders = [folder for folder in (ROOT / kind).rglob("*") if folder.is_dir()]
    assert len(folders) > 40
    heaps = {
        str(folder.relative_to(ROOT)): count
        for folder in folders
        if (count := len(list(folder.glob("*.sql")))) > MOST_FILES
    }
    assert heaps == {}
