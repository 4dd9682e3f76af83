"""A game of four: two people, two bots, ten rounds; one round as people read it, then a replay."""

import json
import uuid
from typing import Any

import psycopg
from rich.console import Console
from rich.table import Table

SYMBOLS = {"clubs": "♣", "diamonds": "[red]♦[/]", "hearts": "[red]♥[/]", "spades": "♠"}
SHOWN_ROUND = 6
REPLAYED_TRICK = 1


def card(card_id: str) -> str:
    """Write a card as people do."""
    _, suit, rank = card_id.split(":")
    return f"{rank}{SYMBOLS[suit]}"


class Person:
    """Somebody with an identity of their own, who calls functions and nothing else."""

    def __init__(self, conn: psycopg.Connection[Any], name: str, color: str) -> None:
        """Make the profile."""
        self.conn = conn
        self.user = uuid.uuid4()
        self.id = str(self.ask("select id from cards.upsert_player(%s, %s, %s)", name, name, color))

    def ask(self, query: str, *values: object) -> Any:
        """Return the first column of a call, made as this person."""
        claims = json.dumps({"sub": str(self.user), "role": "authenticated"})
        with self.conn.transaction():
            self.conn.execute(
                "select set_config('request.jwt.claims', %s, true),"
                " set_config('role', 'authenticated', true)",
                [claims],
            )
            row = self.conn.execute(query.encode(), values).fetchone()
        return row and row[0]

    def move(self, game: uuid.UUID, view: dict[str, Any]) -> None:
        """Bid about a fair share, or play the first legal card."""
        if view["phase"] == "bidding":
            self.ask("select cards.place_bid(%s, %s)", game, view["cardsPerPlayer"] // 4)
        else:
            self.ask("select cards.play_card(%s, %s)", game, view["legalMoves"][0])


def play(conn: psycopg.Connection[Any], console: Console) -> None:
    """Play and print it."""
    ann, bob = Person(conn, "Ann", "teal"), Person(conn, "Bob", "coral")
    game: uuid.UUID = ann.ask("select game_id from cards.create_game('{\"maxPlayers\": 4}', true)")
    code = ann.ask("select join_code from cards.list_rooms() where game_id = %s", game)
    bob.ask("select cards.join_game(%s)", code)
    for _ in range(2):
        ann.ask("select cards.add_bot(%s)", game)
    ann.ask("select cards.start_game(%s)", game)
    commitment = ann.ask("select cards.player_view(%s) ->> 'sessionSeedHash'", game)
    console.print(f"Ann opened a room, Bob joined with [bold]{code}[/], two bots sat down.")

    people = {person.id: person for person in (ann, bob)}
    while (view := ann.ask("select cards.player_view(%s)", game))["phase"] != "completed":
        if view["waitingFor"] == "continue":
            ann.ask("select cards.continue_game(%s)", game)
        else:
            person = people[view["turnPlayerId"]]
            person.move(game, person.ask("select cards.player_view(%s)", game))

    names = {p["playerId"]: p["displayName"] for p in view["players"]}
    events = conn.execute(
        "select event_index, type, payload from cards.game_events where game_id = %s"
        " order by event_index",
        [game],
    ).fetchall()
    show_round(console, events, names)
    show_replay(conn, console, game, events, names)

    scores = sorted(view["cumulativeScores"].items(), key=lambda score: -score[1])
    console.print("Final: " + ", ".join(f"{names[player]} {score}" for player, score in scores))
    seed = ann.ask("select (cards.game_summary(%s)).session_seed", game)
    console.print(
        f"The seed {seed[:16]}… is open now; its hash {commitment[:16]}… was from the start."
    )
    row = conn.execute("select count(*) from cards.verify_game(%s)", [game]).fetchone()
    console.print(f"verify_game finds {row[0] if row else '?'} problems in {len(events)} events.")


def show_round(
    console: Console, events: list[tuple[int, str, dict[str, Any]]], names: dict[str, str]
) -> None:
    """Print one round: hands, bids and tricks."""
    start = next(
        at
        for at, kind, payload in events
        if kind == "round_started" and payload["roundIndex"] == SHOWN_ROUND
    )
    table = Table(title=f"Round {SHOWN_ROUND + 1} of 10")
    for heading in ("", *names.values()):
        table.add_column(heading)
    bids: dict[str, int] = {}
    trick: dict[str, str] = {}
    for _, kind, payload in events[start:]:
        if kind == "cards_dealt":
            hands = {p: " ".join(card(c) for c in hand) for p, hand in payload["hands"].items()}
            table.add_row("hand", *(hands[p] for p in names))
        elif kind == "trump_revealed":
            table.title = f"{table.title}, trump {card(payload['card']['id'])}"
        elif kind == "player_bid":
            bids[payload["playerId"]] = payload["bid"]
        elif kind == "bidding_complete":
            table.add_row("bid", *(str(bids[p]) for p in names), end_section=True)
        elif kind == "card_played":
            lead = "" if trick else "▸ "
            trick[payload["playerId"]] = lead + card(payload["card"])
        elif kind == "trick_completed":
            winner = payload["winningPlayerId"]
            trick[winner] = f"[bold]{trick[winner]} ←[/]"
            table.add_row(f"trick {payload['trickIndex'] + 1}", *(trick[p] for p in names))
            trick = {}
        elif kind == "round_scored":
            table.add_section()
            table.add_row("points", *(f"{payload['deltas'][p]:+}" for p in names))
            break
    table.caption = "▸ leads the trick   ← wins it"
    console.print(table)


def show_replay(
    conn: psycopg.Connection[Any],
    console: Console,
    game: uuid.UUID,
    events: list[tuple[int, str, dict[str, Any]]],
    names: dict[str, str],
) -> None:
    """Replay to the end of one trick of the shown round and print the state."""
    rounds = -1
    index = 0
    for at, kind, payload in events:
        rounds += kind == "round_started"
        if (
            kind == "trick_completed"
            and rounds == SHOWN_ROUND
            and payload["trickIndex"] == REPLAYED_TRICK
        ):
            index = at
    row = conn.execute(
        "select cards.state_document(cards.replay(%s, %s))", [game, index]
    ).fetchone()
    state = row[0] if row else {}
    console.print(f"Replayed to event {index}, trick {REPLAYED_TRICK + 1} of that round:")
    for player, hand in state["hands"].items():
        console.print(
            f"  {names[player]}: {' '.join(card(c) for c in hand)}"
            f" · bid {state['bids'][player]}, won {state['tricksWon'][player]}"
        )
