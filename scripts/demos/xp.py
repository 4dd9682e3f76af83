"""Ten days of daily logins in three zones, as an operator previews them: the clock is not faked."""

import json
import uuid
from typing import Any

import psycopg
from psycopg.rows import dict_row
from rich.console import Console
from rich.table import Table
from rich.text import Text

Row = dict[str, Any]

POLICY = {
    "baseXp": 100,
    "streakCurve": [
        {"dayIndex": day, "multiplier": 1 + day / 10, "additiveBonusXp": 0} for day in range(7)
    ],
    "grace": {"allowedMisses": 1, "windowDays": 1},
    "claimWindow": {"startLocalTime": "05:00", "durationHours": 24, "anchor": "ANCHOR_TIMEZONE"},
    "streakModel": {
        "type": "MilestoneMetaReward",
        "parameters": {"milestones": [{"day": 7, "rewardType": "badge", "rewardValue": "week"}]},
    },
    "seasonalBoosts": [],
    "segmentOverrides": [],
    "minCooldownHours": 0,
    "xpCap": 5000,
}
DAYS = 10
# Who they are, where they live, and which of the ten days they miss.
PLAYERS: tuple[tuple[str, str, list[int]], ...] = (
    ("Ana", "America/St_Johns", []),
    ("Bikash", "Asia/Kathmandu", [4]),
    ("Caro", "Pacific/Chatham", [3, 4, 8]),
)


def play(conn: psycopg.Connection[Any], console: Console) -> None:
    """Register three players, claim once for real, preview ten days, print the calendar."""

    def act(claims: dict[str, Any], query: str, *parameters: object) -> list[Row]:
        """Make one call as an authenticated caller with these claims."""
        with conn.transaction(), conn.cursor(row_factory=dict_row) as cursor:
            cursor.execute(
                "select set_config('request.jwt.claims', %s, true),"
                " set_config('role', 'authenticated', true)",
                [json.dumps({"role": "authenticated", **claims})],
            )
            return cursor.execute(query.encode(), parameters).fetchall()

    operator = {"sub": str(uuid.uuid4()), "app_metadata": {"gamekeeper": "operator"}}
    key = f"daily-{uuid.uuid4().hex[:6]}"
    (rule,) = act(operator, "select * from xp.create_rule(%s, %s)", key, json.dumps(POLICY))
    act(operator, "select * from xp.activate_rule(%s, %s)", key, rule["version"])
    console.print(
        f"An operator writes policy [bold]{key}[/] and activates version {rule['version']}: 100 XP, a tenth"
        " more for each day of a streak, one missed day forgiven, a badge on day 7."
    )

    calendar = Table("player", "zone", *(str(day) for day in range(1, DAYS + 1)), "XP", box=None)
    for name, zone, missed in PLAYERS:
        claims = {"sub": str(uuid.uuid4())}
        (user,) = act(claims, "select * from xp.register_user(%s, %s)", claims["sub"], zone)
        days = act(
            operator,
            "select * from xp.preview(%s, %s, %s, %s, %s)",
            *(key, rule["version"], user["user_id"], DAYS, missed),
        )
        calendar.add_row(
            name, zone, *(draw(day) for day in days), str(sum(day["xp"] for day in days))
        )
        if name == "Caro":
            twice = [
                act(claims, "select * from xp.claim(%s, %s)", key, uuid.uuid4())[0]
                for _ in range(2)
            ]
            console.print(
                f"{name} claims, and by a second device again: {twice[0]['status']}, then"
                f" {twice[1]['status']} with the same receipt. Reward day {twice[0]['reward_day_id']}"
                f" in {zone} ends at {twice[0]['next_boundary']:%Y-%m-%d %H:%M} UTC."
            )
    console.print("Ten days from now, as the operator previews them:")
    console.print(calendar)
    console.print(
        "[green]■[/] claimed, with the streak's day   [yellow]■[/] claimed, grace covered the miss"
        "   [red]·[/] missed   [bold]★[/] milestone"
    )


def draw(day: Row) -> Text:
    """Draw one day of the calendar."""
    if day["status"] == "MISSED":
        return Text("·", style="red")
    star = "★" if day["milestone_hits"] else ""
    return Text(f"■{day['streak_day']}{star}", style="yellow" if day["grace_applied"] else "green")
