"""An evening over several servers, played as a client: the map, four systems, and where everything is afterwards."""

import json
import random
from collections.abc import Callable
from contextlib import ExitStack
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from gamekeeper import Caller, Gamekeeper, Kept, Shards, api
from gamekeeper.runtime import BECOME
from gamekeeper.shards import slot_in, slot_of
from psycopg import Connection
from psycopg.types.json import Jsonb
from rich.console import Console
from rich.table import Table

from demos.slots import REELS, SYMBOLS
from demos.xp import POLICY
from runner import Problem
from sharding import clusters, definitions
from sharding.platform import HOME, Platform

SPINS = 20
STAKE = 1
COUNTED = {
    "wallets": "slots.wallets", "entries": "slots.wallet_entries", "sessions": "slots.sessions", "card games": "cards.games",
    "players": "cards.players", "XP users": "xp.xp_users", "awards": "xp.xp_awards", "sparc sessions": "sparc.sessions",
}  # fmt: skip


class Evening:
    """The clients of one platform, which know its map and a login."""

    def __init__(self, platform: Platform, console: Console, kept: ExitStack) -> None:
        self.platform, self.console, self.kept = platform, console, kept
        self.shards = Shards(self.open(platform.addresses()[HOME]), self.open)
        self.people = {
            f"{name} of {shard}": self.somebody(shard)
            for name, shard in zip(("Ann", "Bob", "Cleo"), self.shards.names(), strict=False)
        }

    def open(self, address: str) -> Kept:
        """Return a way to an address of the map, with the login of clients."""
        password = clusters.password_file().read_text()
        way = Kept(address, user=clusters.GATEWAY, password=password)
        self.kept.callback(way.close)
        return way

    def somebody(self, shard: str) -> UUID:
        """Return a new person who lives on a shard."""
        lives_on = self.shards.known_map().shards
        while lives_on[slot_of(found := uuid4())] != shard:
            pass
        return found

    def be(self, caller: Caller) -> Gamekeeper:
        """Return the client of a caller."""
        return Gamekeeper(self.shards, caller)

    def say(self, text: str) -> None:
        """Print a line of the story."""
        self.console.print(text, highlight=False)

    def shard_of(self, slot: int) -> str:
        """Return where a slot lives."""
        return self.shards.known_map().shards[slot]


def play(platform: Platform, console: Console) -> None:
    """Play every system in turn, then say what lives where."""
    with ExitStack() as kept:
        evening = Evening(platform, console, kept)
        console.rule("[bold]definitions")
        game, policy = define(evening)
        for name, system in (("slots", spin), ("xp", claim), ("cards", bid), ("sparc", roll)):
            console.rule(f"[bold]{name}")
            system(evening, game, policy)
    console.rule("[bold]what lives where")
    show(platform, console)


def define(evening: Evening) -> tuple[UUID, str]:
    """Write a game and a policy at their home, and wait until the shards have them."""
    operator = evening.be(Caller.operator(uuid4()))
    game = operator.slots.create_game(
        "Fruit and Sevens",
        {"algorithm": "hmac-sha256", "reels": [strip.split() for strip in REELS]},
        SYMBOLS,  # type: ignore[arg-type]
    )
    policy = f"daily-{uuid4().hex[:6]}"
    rule = operator.xp.create_rule(policy, POLICY)  # type: ignore[arg-type]
    operator.xp.activate_rule(policy, rule.version)
    for name in evening.platform.names():
        definitions.wait(evening.platform, name)
    evening.say(
        f"An operator writes the game [bold]{game.name}[/] and the policy [bold]{policy}[/] at their home;"
        f" replication has brought them to {', '.join(evening.platform.names())}."
    )
    return game.game_id, policy


def spin(evening: Evening, game: UUID, policy: str) -> None:
    """Let everybody spin where they live."""
    service = evening.be(Caller.service())
    for name, person in evening.people.items():
        player = evening.be(Caller.user(person))
        wallet = player.slots.create_wallet("AUD", Decimal(1000))
        service.slots.wallet_operation(wallet.wallet_id, "credit", Decimal(100), "first deposit")
        session = player.slots.create_session(game, wallet_id=wallet.wallet_id)
        won = Decimal(0)
        for _ in range(SPINS):
            player.slots.act(session.session_id, {"type": "PlaceBet", "amount": STAKE})
            spun = player.slots.act(session.session_id, {"type": "Spin"})
            won += Decimal(str(spun.result["payout"]))
        slot = slot_in(wallet.wallet_id)
        evening.say(
            f"{name} spins {SPINS} times and wins {won:g}: the wallet has slot {slot}, as its owner, and lives on"
            f" [bold]{evening.shard_of(slot)}[/]; the balance is {spun.balance}."
        )


def claim(evening: Evening, game: UUID, policy: str) -> None:
    """Let everybody claim the reward of the day where they live."""
    for name, person in evening.people.items():
        player = evening.be(Caller.user(person))
        user = player.xp.register_user(str(person), "Europe/Brussels")
        receipt = player.xp.claim(policy, uuid4())
        evening.say(f"{name} is user {user.user_id} and claims {receipt.xp} XP.")


def bid(evening: Evening, game: UUID, policy: str) -> None:
    """Let people of all shards play a game of cards, which lives where its host does."""
    seated: dict[str, Gamekeeper] = {}
    for name, person in evening.people.items():
        player = evening.be(Caller.user(person))
        seated[str(player.cards.upsert_player(name, name, "teal").id)] = player
    host, *guests = seated.values()
    ticket = host.cards.create_game({"maxPlayers": max(2, len(seated))})
    for guest in guests:
        guest.cards.join_game(str(ticket.join_code))
    if not guests:
        host.cards.add_bot(ticket.game_id)
    host.cards.start_game(ticket.game_id)
    choose: Callable[[list[str]], str] = random.Random(1).choice
    while (view := host.cards.player_view(ticket.game_id))["phase"] != "completed":
        if view["waitingFor"] == "continue":
            host.cards.continue_game(ticket.game_id)
            continue
        turn = seated[str(view["turnPlayerId"])]
        own: api.CardsView = turn.cards.player_view(ticket.game_id)
        if view["phase"] == "bidding":
            fair = (own["cardsPerPlayer"] or 0) // len(view["players"])
            turn.cards.place_bid(ticket.game_id, fair)
        else:
            turn.cards.play_card(ticket.game_id, choose(own["legalMoves"]))
    names = {player["playerId"]: player["displayName"] for player in view["players"]}
    scores = sorted(view["cumulativeScores"].items(), key=lambda score: -score[1])
    where = evening.shard_of(slot_in(ticket.game_id))
    evening.say(
        f"The game lives on [bold]{where}[/], where its host does; its code {ticket.join_code} says so to those who join."
    )
    evening.say("Final: " + ", ".join(f"{names[player]} {score}" for player, score in scores))


def roll(evening: Evening, game: UUID, policy: str) -> None:
    """Let two of them meet at a table of sparc, all of which is on the shard of slot 0."""
    signed_up = list(evening.people.items())[:2]
    for name, person in signed_up:
        sign_up(evening, name, person)
    seer_name, seer_id = signed_up[-1]
    name, person = signed_up[0]
    seer, player = evening.be(Caller.user(seer_id)), evening.be(Caller.user(person))
    with evening.shards.of_sparc()() as conn, conn.transaction():
        become(conn, Caller.user(seer_id))
        row = conn.execute(
            "insert into sparc.adventures (creator_id, name, difficulty, content)"
            " values (%s, 'The Drowned Bell', 'hard', %s) returning id",
            [seer_id, Jsonb({"start_scene_id": "pier", "scenes": [{"id": "pier"}]})],
        ).fetchone()
    if row is None:
        raise Problem("the adventure was not written")
    seer.sparc.publish_adventure(row[0])
    session = seer.sparc.create_session(row[0], is_public=True)
    hero = player.sparc.create_character("Ada the Bold", "warrior")
    player.sparc.join_session(session.code, hero.id)
    seer.sparc.start_session(session.id)
    declared = player.sparc.declare_roll(session.id, hero.id, "might", 12, "attribute_check")
    thrown = player.sparc.throw_roll(declared.id)
    seer.sparc.end_session(session.id)
    evening.say(
        f"{seer_name} opens a table on [bold]{evening.shard_of(0)}[/], where all of sparc lives; {name} comes and rolls"
        f" {thrown.total} against 12."
    )


def become(conn: Connection[Any], caller: Caller) -> None:
    """Be somebody until the transaction ends."""
    conn.execute(BECOME, [caller.role, json.dumps(caller.claims)])


def sign_up(evening: Evening, name: str, person: UUID) -> None:
    """Write a new account, as the identity service does."""
    with evening.shards.of_sparc()() as conn, conn.transaction():
        become(conn, Caller.service())
        conn.execute(
            "insert into auth.users (id, email, raw_user_meta_data) values (%s, %s, %s)",
            [person, f"{person}@example.org", Jsonb({"display_name": name})],
        )


def show(platform: Platform, console: Console) -> None:
    """Count the rows of each server."""
    table = Table("server", "slots", *COUNTED, box=None)
    known = platform.newest_map().shards
    for name in platform.names():
        with platform.servers[name].connect() as conn:
            query = "select " + ", ".join(f"(select count(*) from {t})" for t in COUNTED.values())
            row = conn.execute(query.encode()).fetchone()
        assert row
        table.add_row(name, str(known.count(name)), *map(str, row))
    console.print(table)
