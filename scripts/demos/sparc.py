"""A short evening of sparc: three people sign up, play a scene under row level security, and go home."""

import json
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg.rows import dict_row
from rich.console import Console

Row = dict[str, Any]

OUTCOMES = {
    "critical_success": "[bold green]critical success[/]",
    "success": "[green]success[/]",
    "failure": "[red]failure[/]",
    "critical_failure": "[bold red]critical failure[/]",
}


class Person:
    """Somebody at the table: a user of the database role `authenticated`, and nothing more."""

    def __init__(self, conn: psycopg.Connection[Any], name: str) -> None:
        self.conn, self.name, self.id = conn, name, uuid.uuid4()
        conn.execute(
            "insert into auth.users (id, email, raw_user_meta_data) values (%s, %s, %s)",
            [self.id, f"{self.id}@example.org", json.dumps({"display_name": name})],
        )

    @contextmanager
    def acting(self) -> Iterator[psycopg.Cursor[Row]]:
        """Be this person for one transaction, as PostgREST does for one request."""
        claims = json.dumps({"sub": str(self.id), "role": "authenticated"})
        with self.conn.transaction(), self.conn.cursor(row_factory=dict_row) as cursor:
            cursor.execute(
                "select set_config('request.jwt.claims', %s, true),"
                " set_config('role', 'authenticated', true)",
                [claims],
            )
            yield cursor

    def call(self, query: str, *parameters: object) -> Row:
        """Make one call and return its row."""
        with self.acting() as cursor:
            row = cursor.execute(query.encode(), parameters).fetchone()
        assert row is not None
        return row


def told(roll: Row) -> str:
    """Say a roll as people read it."""
    dice = " ".join(str(die) for die in roll["results"])
    bonus = roll["modified_total"] - roll["total"]
    total = (
        f"{roll['total']} {bonus:+d} = {roll['modified_total']}" if bonus else str(roll["total"])
    )
    by = f" by {abs(roll['margin'])}" if roll["margin"] else " exactly"
    return (
        f"{roll['attribute']}, {roll['dice_count']}d6 against {roll['difficulty']}:"
        f" \\[{dice}] {total}, {OUTCOMES[roll['outcome']]}{by}"
    )


def roll(
    who: Person, session: Row, hero: Row, attribute: str, difficulty: int, what: str, **more: object
) -> Row:
    """Declare a roll for a hero, commit, and throw it: a transaction decides or looks, not both."""
    declared = who.call(
        "select * from sparc.declare_roll(%s, %s, %s, %s, %s, %s, %s)",
        session["id"],
        hero["id"],
        attribute,
        difficulty,
        more.get("roll_type", "attribute_check"),
        json.dumps(more.get("modifiers", [])),
        what,
    )
    return who.call("select * from sparc.throw_roll(%s)", declared["id"])


def play(conn: psycopg.Connection[Any], console: Console) -> None:
    """Play a scene and print it."""
    mira, ada, bo = (Person(conn, name) for name in ("Mira", "Ada", "Bo"))
    console.print("Mira, Ada and Bo sign up; a trigger on auth.users makes their profiles.")

    with mira.acting() as cursor:
        cursor.execute(
            "insert into sparc.adventures (creator_id, name, difficulty, content)"
            " values (%s, 'The Drowned Bell', 'hard', %s) returning id",
            [
                mira.id,
                json.dumps(
                    {
                        "start_scene_id": "pier",
                        "scenes": [{"id": "pier", "exits": ["crypt"]}, {"id": "crypt"}],
                    }
                ),
            ],
        )
        adventure = cursor.fetchone()
        assert adventure
        cursor.execute("select sparc.publish_adventure(%s)", [adventure["id"]])
    session = mira.call(
        "select * from sparc.create_session(%s, is_public => true, looking_for => 'brave ones')",
        adventure["id"],
    )
    console.print(
        f"Mira publishes [bold]The Drowned Bell[/] and opens a table; its code is [bold]{session['code']}[/]."
    )

    heroes = {}
    for player, name, of_class in ((ada, "Ada the Bold", "warrior"), (bo, "Bo Quickhand", "rogue")):
        hero = player.call("select * from sparc.create_character(%s, %s)", name, of_class)
        player.call("select sparc.join_session(%s, %s)", session["code"], hero["id"])
        heroes[player.name] = hero
        console.print(
            f"{player.name} joins as {name}, {of_class}: might {hero['might']}, grace {hero['grace']},"
            f" wit {hero['wit']}, heart {hero['heart']}."
        )

    mira.call("select sparc.start_session(%s)", session["id"])
    mira.call("select sparc.start_encounter(%s, 'drowned-guard')", session["id"])
    console.print(
        "\nMira: [italic]Something climbs out of the water onto the pier. It wears a bell.[/]\n"
    )

    charge = roll(
        ada, session, heroes["Ada"], "might", 17, "charges the drowned guard",
        roll_type="attack", modifiers=[{"type": "flat", "value": 1, "source": "longsword"}],
    )  # fmt: skip
    console.print(f"Ada charges. {told(charge)}.")
    leap = roll(
        bo,
        session,
        heroes["Bo"],
        "grace",
        18,
        "leaps for the bell rope",
        modifiers=[{"type": "dice", "value": -2, "source": "wet planks"}],
    )
    console.print(f"Bo leaps for the bell rope. {told(leap)}.")
    if leap["success"]:
        console.print("Bo has the rope and needs no heroic save.")
    else:
        save = bo.call("select * from sparc.declare_heroic_save(%s)", leap["id"])
        saved = bo.call("select * from sparc.throw_roll(%s)", save["id"])
        console.print(f"Bo grits his teeth, a heroic save. {told(saved)}; that stands.")

    forged = "insert into sparc.dice_rolls (session_id, character_id, attribute, difficulty, roll_type, results) values (%s, %s, 'wit', 3, 'attack', '{6,6}') returning *"
    try:
        ada.call(forged, session["id"], heroes["Ada"]["id"])
    except psycopg.Error as error:
        console.print(
            f"Ada writes double six straight into the table: {str(error).splitlines()[0]}"
        )
    try:
        bo.call("select sparc.end_session(%s)", session["id"])
    except psycopg.Error as error:
        console.print(f"Bo tries to end the evening: {str(error).splitlines()[0]}")

    mira.call("select sparc.end_encounter(%s)", session["id"])
    mira.call("select sparc.end_session(%s)", session["id"])
    checked = ada.call(
        "select count(*) as rolls, bool_and(is_valid) as fair from sparc.verify_session(%s)",
        session["id"],
    )
    secret = ada.call("select * from sparc.revealed_secrets(%s)", session["id"])
    console.print(
        f"\nThe evening is over, its dice secret is shown ({secret['secret'][:16]}...). Ada draws all {checked['rolls']} rolls"
        f" again from it: {'every die is as it was' if checked['fair'] else 'a die was changed'}."
    )
    stars = ada.call("select sparc.rate_adventure(%s, 5)", adventure["id"])
    assert stars
    with ada.acting() as cursor:
        feed = cursor.execute(
            "select seq, event_type from sparc.list_session_events(%s)", [session["id"]]
        ).fetchall()
    console.print(
        "\nThe feed of the evening, without a gap: "
        + ", ".join(f"{e['seq']} {e['event_type']}" for e in feed)
    )
    summary = mira.call(
        "select u.games_run, a.times_played, a.average_rating from sparc.users u, sparc.adventures a where u.id = %s and a.id = %s",
        mira.id, adventure["id"],
    )  # fmt: skip
    console.print(
        f"Mira has run {summary['games_run']} game; the adventure was played {summary['times_played']} time"
        f" and is rated {summary['average_rating']}."
    )
