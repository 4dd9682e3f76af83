"""An ordinary client who owns every transaction, and tries to win by it.

The attacker plays as Ana, Ben and Sam at once, by every client function in the catalog (tests/calls.py). It looks and
rolls back, to a savepoint too, has a cast fail on what it saw as a gateway's address can, begins transactions early,
holds them open, and keeps two connections. It wins when

- money came from a transaction that could have been taken back after the look (`greedy`),
- it saw what chance decided in the transaction that decided it (`early_looks`),
- a draw that it looked at came out otherwise after somebody did something else (`second_chances`),
- anything that it was shown holds a secret that is still one (`leaks`),
- a clock ran against somebody while it held a transaction open (`held_clocks`),
- claims that it made up let it draw at once, as the service may, or change what decides over chance (`forged_claims`).
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import psycopg
from psycopg import sql
from tests.calls import CALLS, Call, client_functions, sample_of, statement
from tests.world import World

# Who does one of these can't try anything any more.
SHUT_ONESELF_OUT = {"slots.cool_off", "slots.self_exclude", "slots.set_limit"}
PLAYERS = ("ana", "ben", "sam")
# What arguments of these names may also be: the world's names of the same kind.
KINDS: dict[str, dict[str, tuple[str, ...]]] = {
    "slots": {"session_id": ("play", "bet", "spun"), "wallet_id": ("wallet",)},
    "cards": {
        "game_id": ("lobby", "ready", "duel", "tricks", "bots", "over"),
        "player_id": ("ana_player", "ben_player", "bot"),
        "join_code": ("code", "ready_code", "duel_code", "tricks_code", "bots_code"),
    },
    "sparc": {
        "session_id": ("night", "fight", "rest", "dusk", "dawn"),
        "p_session_id": ("night", "fight", "rest"),
        "character_id": ("hero", "ben_hero", "spare", "free_hero", "dawn_hero"),
        "user_id": ("ana", "ben"),
        "code": ("night_code", "fight_code", "dusk_code", "dawn_code"),
        "roll_id": ("lost", "waiting"),
        "original_roll_id": ("lost", "waiting"),
    },
}
ACTIONS = (
    '{"type": "PlaceBet", "amount": 1}',
    '{"type": "Spin"}',
    '{"type": "Spin", "amount": 1}',
    '{"type": "Spin", "next": {"amount": 1}}',
    '{"type": "CashOut"}',
)
# Draws of a card game, where they are not the caller's own moves.
DEALS = ("cards_dealt", "trump_revealed")
MOVES = ("player_bid", "card_played")


def shown(value: object) -> str:
    """Return what a client sees of a value, bytes as hexadecimal digits."""
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, list | tuple):
        return "(" + ", ".join(map(shown, value)) + ")"
    return str(value)


@dataclass
class Attacker:
    """The attacker's connections and memory, with chance from a seed so that a win can be repeated."""

    world: World
    seed: int
    random: random.Random = field(init=False)
    owner: psycopg.Connection[Any] = field(init=False)
    service: psycopg.Connection[Any] = field(init=False)
    people: dict[str, psycopg.Connection[Any]] = field(init=False)
    systems: tuple[str, ...] = ("slots", "cards", "sparc")
    seen: list[str] = field(default_factory=list)
    tried: int = 0
    looks: int = 0

    def __post_init__(self) -> None:
        """Connect as everybody."""
        self.random = random.Random(self.seed)
        self.owner = self.world.connect("owner")
        self.people = {who: self.client(who) for who in PLAYERS}
        self.service = self.world.connect("service")
        # how often one may call is not what is tried here, but for beaten_limit
        self.owner.execute(
            "update core.settings set value = to_jsonb(maximum) where name ~ '_per_minute$'"
        )
        functions = client_functions(self.owner)
        self.lines = [line for line in CALLS if any(sample_of(f) is line for f in functions)]
        self.readable = [
            (schema, table, columns)
            for schema, table, columns in self.owner.execute(
                """
                select n.nspname, c.relname, array_agg(a.attname::text order by a.attnum)
                from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
                join pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                where n.nspname in ('slots', 'cards', 'sparc', 'xp') and c.relkind in ('r', 'p', 'v') and not c.relispartition
                  and has_column_privilege('authenticated', c.oid, a.attnum, 'select')
                group by 1, 2 order by 1, 2
                """
            ).fetchall()
        ]

    def client(self, who: str) -> psycopg.Connection[Any]:
        """Open a connection of a player, who never waits for long."""
        connection = self.world.connect(who)
        connection.execute("set lock_timeout = '200ms'; set statement_timeout = '5s'")
        connection.autocommit = False
        return connection

    # What one can do -----------------------------------------------------------------------------

    def lines_of(self, *schemas: str) -> list[Call]:
        """Return the lines of some systems' functions that a player calls."""
        return [
            line
            for line in self.lines
            if line.function.split(".")[0] in schemas
            and line.caller in (*PLAYERS, "eve", "anon")
            and line.function not in SHUT_ONESELF_OUT
        ]

    def arguments(self, line: Call) -> dict[str, str | None]:
        """Return a line's arguments, some of them other ones of their kind."""
        values = line.values(self.world)
        for name, others in KINDS.get(line.function.split(".")[0], {}).items():
            known = [n for n in others if n in self.world.names]
            if name in values and known and self.random.random() < 0.8:
                values[name] = self.world.names[self.random.choice(known)]
        if line.function == "slots.act":
            values["action"] = self.random.choice(ACTIONS)
        if "idempotency_key" in values:
            values["idempotency_key"] = self.random.choice([None, str(self.random.random())])
        if line.function == "cards.place_bid":
            values["bid"] = str(self.random.randint(0, 3))
        return values

    @contextmanager
    def aimed_at(self, schema: str, **targets: str) -> Iterator[None]:
        """Let all names of a kind stand for one thing, so that what is done is done to it."""
        kept = dict(self.world.names)
        for argument, names in KINDS[schema].items():
            known = [name for name in names if name in kept]
            if known:
                target = targets.get(argument) or kept[self.random.choice(known)]
                self.world.names.update(dict.fromkeys(known, target))
        try:
            yield
        finally:
            self.world.names.update(kept)

    def do(
        self, connection: psycopg.Connection[Any], query: Any, values: Any = None
    ) -> list[tuple[Any, ...]] | None:
        """Do something behind a savepoint and remember what was shown; None where it was refused."""
        self.tried += 1
        connection.execute("savepoint attack")
        try:
            cursor = connection.execute(query, values)
            rows = cursor.fetchall() if cursor.description else []
            connection.execute("release savepoint attack")
        except psycopg.Error as error:
            connection.execute("rollback to savepoint attack")
            self.seen.append(f"{error} {error.diag.message_detail} {error.diag.context}")
            return None
        self.seen.append(shown(rows))
        return rows

    def call(self, connection: psycopg.Connection[Any], line: Call) -> list[tuple[Any, ...]] | None:
        """Make a call of a line."""
        values = self.arguments(line)
        return self.do(connection, statement(line.function, values), values)

    def read_all(self, connection: psycopg.Connection[Any], *schemas: str) -> None:
        """Read everything that one may read in some systems."""
        for schema, table, columns in self.readable:
            if schema in schemas:
                names = sql.SQL(", ").join(map(sql.Identifier, columns))
                self.do(
                    connection,
                    sql.SQL("select {} from {} limit 500").format(
                        names, sql.Identifier(schema, table)
                    ),
                )
        for line in self.lines_of(*schemas):
            if any(word in line.function for word in LOOKS):
                self.call(connection, line)

    def give_up(self, connection: psycopg.Connection[Any], how: int) -> None:
        """End a transaction without a trace: by rollback, by a cast that fails, or by a lost connection's way."""
        if how == 1:
            with suppress(psycopg.Error):
                connection.execute("select 'as a gateway''s filter may cast'::boolean")
        connection.rollback()

    # Money ----------------------------------------------------------------------------------------

    def wealth(self, connection: psycopg.Connection[Any]) -> Any:
        """Return the attacker's money as the attacker sees it."""
        row = connection.execute("select sum(balance) from slots.wallets").fetchone()
        return row[0] if row else None

    def new_session(self, connection: psycopg.Connection[Any]) -> str:
        """Make another session to play in."""
        made = self.do(
            connection,
            "select session_id from slots.create_session(%s, '{}', %s, 'luck')",
            [self.world.names["reel"], self.world.names["wallet"]],
        )
        connection.commit()
        assert made, self.seen[-1]
        return str(made[0][0])

    def new_wallet(self, connection: psycopg.Connection[Any]) -> None:
        """Make another wallet, with money in it."""
        made = self.do(connection, "select wallet_id from slots.create_wallet('AUD', 100000)")
        connection.commit()
        assert made, self.seen[-1]
        self.world.names["wallet"] = str(made[0][0])
        self.service.execute(
            "select from slots.wallet_operation(%s, 'credit', 1000, 'first')", [made[0][0]]
        )

    def greedy(self, rounds: int) -> Iterator[str]:
        """Commit nothing that lost money: whoever wins by that wins by taking back what was lost."""
        ana = self.people["ana"]
        for session in (
            "bet",
            "play",
            "spun",
        ):  # what was bet before is settled first: that is no attack
            self.do(
                ana, 'select from slots.act(%s, \'{"type": "Spin"}\')', [self.world.names[session]]
            )
        ana.commit()
        start = self.wealth(ana)
        lines = self.lines_of("slots")
        acts = [line for line in lines if line.function == "slots.act"]
        for _ in range(rounds):
            session = self.new_session(ana)
            before = self.wealth(ana)
            with self.aimed_at("slots", session_id=session):
                for _ in range(self.random.randint(2, 6)):
                    self.call(ana, self.random.choice(acts * 6 + lines))
                    if self.wealth(ana) > before:
                        break
            if self.wealth(ana) < before:
                self.give_up(ana, self.random.randint(0, 1))
            else:
                ana.commit()
        if self.wealth(ana) > start:
            yield f"slots: money: {start} became {self.wealth(ana)} without a bet that could be lost"
        ana.rollback()

    # What chance decides ----------------------------------------------------------------------------

    def log(
        self, connection: psycopg.Connection[Any], game: str
    ) -> list[tuple[int, str, dict[str, Any]]]:
        """Return a game's log as somebody sees it."""
        rows = self.do(
            connection,
            "select event_index, type, payload from cards.list_events(%s, page_size => 1000) order by 1",
            [game],
        )
        return [(row[0], row[1], row[2]) for row in rows or []]

    def early_looks(self, rounds: int) -> Iterator[str]:
        """Decide and look in one transaction, by savepoints too; then take it back."""
        for _ in range(rounds):
            who = self.random.choice(PLAYERS)
            connection = self.people[who]
            early = {"slots": self.early_spin, "sparc": self.early_throw, "cards": self.early_draw}
            yield from early[self.random.choice(self.systems)](who, connection)
            if self.random.random() < 0.2:
                self.read_all(connection, self.random.choice(self.systems))
            self.give_up(connection, self.random.randint(0, 1))

    def early_spin(self, who: str, connection: psycopg.Connection[Any]) -> Iterator[str]:
        """Bet and spin."""
        session = self.world.names[self.random.choice(["play", "spun"])]
        bet = self.do(connection, "select from slots.act(%s, %s)", [session, ACTIONS[0]])
        if bet is None:
            return
        for action in ACTIONS[1:]:
            with suppress(psycopg.Error), connection.transaction(force_rollback=True):
                spun = self.do(
                    connection, "select result from slots.act(%s, %s)", [session, action]
                )
                shown = json.dumps(spun, default=str)
                if spun and "stops" in shown:
                    yield f"slots: {action} showed {shown[:80]} in the transaction that bet"
        twin = self.client(who)
        spun = self.do(twin, "select result from slots.act(%s, %s)", [session, ACTIONS[1]])
        if spun and "stops" in json.dumps(spun, default=str):
            yield "slots: another connection spun a bet that was not committed"
        twin.close()
        for other in ("transition", "rotate_seed"):
            line = next(x for x in self.lines if x.function == f"slots.{other}")
            values = {**line.values(self.world), "session_id": session}
            with suppress(psycopg.Error), connection.transaction(force_rollback=True):
                done = self.do(connection, statement(line.function, values), values)
                events = self.do(
                    connection,
                    "select result from slots.list_events(%s, page_size => 1000)",
                    [session],
                )
                committed = self.owner.execute(
                    "select count(*) from slots.gameplay_events where session_id = %s and nonce is not null",
                    [session],
                ).fetchone()
                shown_spins = [e for e in events or [] if "stops" in json.dumps(e, default=str)]
                if done is not None and len(shown_spins) > committed[0]:
                    yield f"slots: {other} played the bet of its own transaction"

    def early_throw(self, who: str, connection: psycopg.Connection[Any]) -> Iterator[str]:
        """Declare a roll and have it thrown by whatever throws."""
        if not World.has(self.owner, "sparc.declare_roll"):
            return
        session, hero = self.random.choice([("night", "hero"), ("fight", "ben_hero")])
        made = self.do(
            connection,
            "select id from sparc.declare_roll(%s, %s, 'might', 9)",
            [self.world.names[session], self.world.names[hero]],
        )
        if not made:
            return
        roll = str(made[0][0])
        throwing = [x for x in self.lines_of("sparc") if any(word in x.function for word in THROWS)]
        with self.aimed_at("sparc", session_id=str(self.world.names[session]), roll_id=roll):
            for line in [x for x in throwing if "throw" in x.function] + self.random.sample(
                throwing, 4
            ):
                self.call(connection, line)
        if self.do(connection, "select results from sparc.dice_rolls where id = %s", [roll]):
            yield f"sparc: {who} saw the dice of a roll that the same transaction declared"

    def early_draw(self, who: str, connection: psycopg.Connection[Any]) -> Iterator[str]:
        """Decide something in a game and look what the cards, the bots and the fallback answer."""
        game = self.world.names[self.random.choice(["ready", "duel", "tricks", "bots"])]
        me = self.world.names.get(f"{who}_player")
        committed = self.last_index(game)
        lines = [
            x
            for x in self.lines_of("cards")
            if "game_id" in x.arguments or "join_code" in x.arguments
        ]
        for _ in range(self.random.randint(1, 4)):
            line = self.random.choice(lines)
            values = {**self.arguments(line)}
            if "game_id" in values:
                values["game_id"] = game
            if line.function == "cards.play_card":
                cards = self.do(connection, "select * from cards.legal_moves(%s)", [game])
                values["card_id"] = cards[0][0] if cards else "d0:clubs:2"
            self.do(connection, statement(line.function, values), values)
        decided = False
        for index, kind, payload in self.log(connection, game):
            if index <= committed:
                continue
            own = payload.get("playerId") == me
            if decided and (kind in DEALS or (kind in MOVES and not own)):
                yield f"cards: {who} saw {kind} at {index} after a decision of the same transaction"
                return
            decided = decided or (kind not in (*DEALS, *DRAWN) and not (kind in MOVES and not own))

    # The same again ---------------------------------------------------------------------------------

    def second_chances(self, rounds: int) -> Iterator[str]:
        """Look at what is due, roll back, let everybody do anything else, draw: it has to be the same."""
        again = {"slots": self.second_spin, "sparc": self.second_throw, "cards": self.second_deal}
        for number in range(rounds):
            yield from again[self.systems[number % len(self.systems)]]()

    def others(self, schema: str, avoided: tuple[str, ...]) -> None:
        """Let everybody do and commit what they like but for some functions."""
        lines = [x for x in self.lines_of(schema) if x.function not in avoided]
        opening = [x for x in lines if any(word in x.function for word in OPENS)]
        for _ in range(self.random.randint(1, 4)):
            line = self.random.choice(lines + 2 * opening)
            who = line.caller if line.caller in PLAYERS else self.random.choice(PLAYERS)
            connection = self.people[
                who if self.random.random() < 0.7 else self.random.choice(PLAYERS)
            ]
            self.call(connection, line)
            if self.random.random() < 0.8:
                connection.commit()
            else:
                connection.rollback()

    def second_spin(self) -> Iterator[str]:
        """A bet."""
        ana = self.people["ana"]
        session = self.new_session(ana)
        bet = self.do(ana, "select from slots.act(%s, %s)", [session, ACTIONS[0]])
        ana.commit()
        if bet is None:  # the limit was lowered, or the money taken out: with another wallet
            self.new_wallet(ana)
            return
        looked = self.do(
            ana, "select result -> 'stops' from slots.act(%s, %s)", [session, ACTIONS[1]]
        )
        self.give_up(ana, self.random.randint(0, 1))
        self.looks += bool(looked)
        with self.aimed_at("slots", session_id=session):
            self.others("slots", ())
        self.do(ana, "select from slots.act(%s, %s)", [session, ACTIONS[1]])
        ana.commit()
        drawn = self.owner.execute(
            "select result from slots.gameplay_events where session_id = %s and nonce is not null order by event_index limit 1",
            [session],
        ).fetchone()
        if looked and (drawn is None or drawn[0].get("stops") != looked[0][0]):
            yield f"slots: a look showed {looked[0][0]}, the spin was {drawn and drawn[0].get('stops')}"

    def second_throw(self) -> Iterator[str]:
        """A declared roll."""
        if not World.has(self.owner, "sparc.declare_roll"):
            return
        who, session, hero = self.random.choice(
            [("ana", "night", "hero"), ("ben", "fight", "ben_hero")]
        )
        connection = self.people[who]
        declare = "select id from sparc.declare_roll(%s, %s, 'might', 9)"
        made = self.do(connection, declare, [self.world.names[session], self.world.names[hero]])
        connection.commit()
        if not made:  # the session is over, or the player has left it
            self.new_evening(who, session, hero)
            return
        roll = str(made[0][0])
        looked = self.do(connection, "select results from sparc.throw_roll(%s)", [roll])
        self.give_up(connection, self.random.randint(0, 1))
        self.looks += bool(looked)
        self.world.names["waiting"] = roll
        # a session that is over has no further rolls; one look in twenty may end it
        avoided = () if self.random.random() < 0.05 else SPARC_ENDS
        self.others("sparc", avoided)
        self.do(connection, "select from sparc.throw_roll(%s)", [roll])
        connection.commit()
        drawn = self.owner.execute(
            "select results from sparc.dice_rolls where id = %s", [roll]
        ).fetchone()
        if looked and (drawn is None or drawn[0] != looked[0][0]):
            yield f"sparc: a look showed {looked[0][0]}, the dice were {drawn and drawn[0]}"

    def new_evening(self, who: str, session: str, hero: str) -> None:
        """Run another session, with a player in it."""
        sam, player = self.people["sam"], self.people[who]
        made = self.do(
            sam, "select id, code from sparc.create_session(%s)", [self.world.names["adventure"]]
        )
        sam.commit()
        if not made:
            return
        self.do(player, "select from sparc.leave_session(%s)", [self.world.names[session]])
        player.commit()
        self.do(
            player, "select from sparc.join_session(%s, %s)", [made[0][1], self.world.names[hero]]
        )
        player.commit()
        self.do(sam, "select from sparc.start_session(%s)", [made[0][0]])
        sam.commit()
        self.world.names[session], self.world.names[f"{session}_code"] = str(made[0][0]), made[0][1]

    def second_deal(self) -> Iterator[str]:
        """Deals and bots' moves of a game that runs."""
        if not World.has(self.owner, "cards.continue_game"):
            return
        ana = self.people["ana"]
        game = self.world.names.get("played")
        if game is None or not self.runs(game):
            game = self.new_game()
        looked = self.drawn_by(ana, game)
        self.give_up(ana, self.random.randint(0, 1))
        self.looks += bool(looked)
        index = self.last_index(game)
        with self.aimed_at("cards", game_id=game, join_code=str(self.world.names["played_code"])):
            self.others("cards", CARDS_GO_ON)
        self.do(ana, "select cards.continue_game(%s)", [game])
        ana.commit()
        drawn = self.draws(self.owner, game, index)
        if looked and drawn[: len(looked)] != looked:
            yield f"cards: a look showed {looked[:3]}, drawn was {drawn[:3]}"
        self.move(game)

    def runs(self, game: str) -> bool:
        """Tell whether a game is not completed."""
        row = self.owner.execute(
            "select status <> 'completed' from cards.games where id = %s", [game]
        ).fetchone()
        return bool(row and row[0])

    def new_game(self) -> str:
        """Start a game of Ana, Ben and a bot."""
        ana, ben = self.people["ana"], self.people["ben"]
        made = self.do(
            ana, "select game_id, join_code from cards.create_game('{\"maxPlayers\": 3}')"
        )
        ana.commit()
        assert made, self.seen[-1]
        game = str(made[0][0])
        self.do(ben, "select from cards.join_game(%s)", [made[0][1]])
        ben.commit()
        self.do(ana, "select cards.add_bot(%s)", [game])
        ana.commit()
        self.do(ana, "select cards.start_game(%s)", [game])
        ana.commit()
        self.world.names["played"] = game
        self.world.names["played_code"] = made[0][1]
        return game

    def last_index(self, game: str) -> int:
        """Return the index of the latest event."""
        row = self.owner.execute(
            "select max(event_index) from cards.game_events where game_id = %s", [game]
        ).fetchone()
        assert row
        return int(row[0])

    def draws(
        self, connection: psycopg.Connection[Any], game: str, after: int
    ) -> list[tuple[str, str]]:
        """Return what chance drew after an index, up to the next line-up: deals, trumps and moves of others than people."""
        found = []
        for kind, payload in connection.execute(
            "select type, payload from cards.list_events(%s, %s, 1000) order by event_index",
            [game, after],
        ).fetchall():
            if kind == "round_started" and found:
                break
            if kind in DEALS:
                found.append((kind, json.dumps(payload.get("card"), sort_keys=True)))
            elif kind in MOVES and payload["playerId"] not in (
                self.world.names["ana_player"],
                self.world.names["ben_player"],
            ):
                found.append((kind, json.dumps(payload, sort_keys=True)))
        return found

    def drawn_by(self, connection: psycopg.Connection[Any], game: str) -> list[tuple[str, str]]:
        """Draw all that is due and return it, without committing."""
        index = self.last_index(game)
        if self.do(connection, "select cards.continue_game(%s)", [game]) is None:
            return []
        return self.draws(connection, game, index)

    def move(self, game: str) -> None:
        """Go on: a legal move of whoever has to make one, so that the game gets somewhere."""
        for who in ("ana", "ben"):
            connection = self.people[who]
            view = self.do(connection, "select cards.player_view(%s)", [game])
            shown = view[0][0] if view else {}
            if shown.get("turnPlayerId") == self.world.names[f"{who}_player"]:
                if shown["phase"] == "bidding":
                    self.do(connection, "select from cards.place_bid(%s, 1)", [game])
                elif shown["legalMoves"]:
                    self.do(
                        connection,
                        "select from cards.play_card(%s, %s)",
                        [game, shown["legalMoves"][0]],
                    )
            elif view:  # who left comes back, and plays from the next round on
                self.do(
                    connection, "select from cards.join_game(%s)", [self.world.names["played_code"]]
                )
            connection.commit()

    # Secrets ------------------------------------------------------------------------------------------

    def secrets(self) -> dict[str, str]:
        """Return what nobody may have been shown by now, as its text, and what it is."""
        found = {}
        for query in SECRETS:
            needed, _, text = query.partition(": ")
            known = self.owner.execute("select to_regclass(%s) is not null", [needed]).fetchone()
            if known and known[0]:
                found.update(
                    {
                        str(value): needed
                        for (value,) in self.owner.execute(text.encode()).fetchall()
                    }
                )
        return found

    def leaks(self, rounds: int) -> Iterator[str]:
        """Do what opens secrets, read everything, roll back; nothing that was shown may hold a live secret."""
        for _ in range(rounds):
            schema = self.random.choice(self.systems)
            lines = self.lines_of(schema)
            opening = [x for x in lines if any(word in x.function for word in OPENS)]
            first = self.random.choice(opening)
            connection = self.people[first.caller if first.caller in PLAYERS else "ana"]
            target = {}
            if schema == "cards" and self.random.random() < 0.2:
                target["game_id"] = self.game_to_the_end(connection)
            with self.aimed_at(schema, **target):
                self.call(connection, first)
                for _ in range(self.random.randint(0, 2)):
                    self.call(connection, self.random.choice(opening + lines))
                self.read_all(connection, schema)
            self.give_up(connection, self.random.randint(0, 1))
            yield from self.live_secrets()

    def game_to_the_end(self, connection: psycopg.Connection[Any]) -> str:
        """Have bots play a whole game in one transaction: start it, and leave it to them."""
        made = self.do(connection, "select game_id from cards.create_game()")
        assert made, self.seen[-1]
        game = str(made[0][0])
        self.do(connection, "select cards.add_bot(%s)", [game])
        connection.commit()
        for step in ("start_game", "leave_game", *["continue_game"] * 12):
            if World.has(self.owner, f"cards.{step}"):
                self.do(connection, f"select cards.{step}(%s)".encode(), [game])
        return game

    def live_secrets(self) -> Iterator[str]:
        """Look for live secrets in all that was shown since the last time."""
        everything = "\n".join(self.seen).lower()
        self.seen.clear()
        for secret, what in self.secrets().items():
            if secret.lower() in everything:
                yield f"{what}: a live secret was shown"

    # Claims ---------------------------------------------------------------------------------------------

    def forged_claims(self, rounds: int) -> Iterator[str]:
        """Claim to be the service, an operator, the owner or nobody; a client's database role stays what it is."""
        ana = self.people["ana"]
        kept = ana.execute("select current_setting('request.jwt.claims')").fetchone()
        assert kept
        for number in range(rounds):
            claims = FORGED[number % len(FORGED)] % {"sub": self.world.names["ana"]}
            ana.execute("select set_config('request.jwt.claims', %s, true)", [claims])
            session = self.world.names["play"]
            spun = self.do(ana, "select result from slots.act(%s, %s)", [session, ACTIONS[2]])
            if spun and "stops" in shown(spun):
                yield f"slots: {claims} spun at once"
            rolled = self.do(
                ana,
                "select results from sparc.roll_dice(%s, %s, 'might', 9)",
                [self.world.names["night"], self.world.names["hero"]],
            )
            if rolled:
                yield f"sparc: {claims} rolled at once"
            if (
                self.do(ana, "select core.set_setting('core.clients_can_abort', 'false')")
                is not None
            ):
                yield f"core: {claims} said that clients cannot abort"
            self.do(ana, "select * from slots.rotate_seed(%s)", [session])
            self.log(ana, str(self.world.names["duel"]))
            self.read_all(ana, "slots", "cards", "sparc")
            self.give_up(ana, self.random.randint(0, 1))
            yield from self.live_secrets()
        ana.rollback()

    # Clocks -------------------------------------------------------------------------------------------

    def held_clocks(self) -> Iterator[str]:
        """Begin a transaction early, or hold one open, and see whose time runs out by it."""
        yield from self.held_turn(early=True)
        yield from self.held_turn(early=False)
        yield from self.beaten_limit()
        yield from self.late_claim()

    def held_turn(self, *, early: bool) -> Iterator[str]:
        """Ben bids in a transaction that is as old as a turn lasts; Ana's turn has not run out by that."""
        ana, ben = self.people["ana"], self.people["ben"]
        made = self.do(
            ana,
            'select game_id, join_code from cards.create_game(\'{"maxPlayers": 2, "turnSeconds": 1}\')',
        )
        ana.commit()
        assert made
        game, code = made[0]
        self.do(ben, "select from cards.join_game(%s)", [code])
        ben.commit()
        self.do(ana, "select cards.start_game(%s)", [game])
        ana.commit()
        if World.has(self.owner, "cards.continue_game"):
            self.do(ana, "select cards.continue_game(%s)", [game])
            ana.commit()
        if early:
            ben.execute("select 1")
            time.sleep(1.2)
        bid = self.do(ben, "select accepted from cards.place_bid(%s, 1)", [game])
        if not early:
            time.sleep(1.2)
        ben.commit()
        forfeited = self.do(ben, "select accepted from cards.forfeit_turn(%s)", [game])
        ben.commit()
        if bid == [(True,)] and forfeited is not None:
            yield f"cards: a transaction {'begun early' if early else 'held open'} took the next player's turn"

    def beaten_limit(self) -> Iterator[str]:
        """Lobby calls in transactions begun before the minute count as calls of now."""
        limit = self.owner.execute(
            "select value from core.settings where name = 'cards.lobby_calls_per_minute'"
        ).fetchone()
        assert limit
        self.owner.execute(
            "update core.settings set value = '3' where name = 'cards.lobby_calls_per_minute'"
        )
        self.owner.execute("delete from core.rate_limits")
        old = self.client("sam")
        made = self.do(old, "select from cards.create_game()")
        old.commit()
        old.execute("select now()")
        time.sleep(0.05)
        sam = self.people["sam"]
        done = 0
        for number in range(8):
            connection = old if number == 7 else sam
            done += self.do(connection, "select from cards.create_game()") is not None
            connection.commit()
        self.owner.execute(
            "update core.settings set value = %s where name = 'cards.lobby_calls_per_minute'",
            [json.dumps(limit[0])],
        )
        old.close()
        if made is not None and done > 2:
            yield f"core: {done + 1} calls passed a limit of 3"

    def late_claim(self) -> Iterator[str]:
        """A claim in a transaction that began on the day before is a claim of the day on which it is made."""
        ana = self.people["ana"]
        clock = self.owner.execute(
            "select regexp_replace(pg_get_function_sqlbody('core.wall_clock()'::regprocedure), '^RETURN ', '')"
        ).fetchone()
        assert clock
        ahead = self.owner.execute(
            # half a second before the end of the first day that Ana has not claimed
            "select max(a.reward_day_id::date + 2) + time '05:00' - clock_timestamp() at time zone 'Europe/Brussels'"
            " - interval '0.5 seconds' from xp.xp_awards as a"
        ).fetchone()
        assert ahead
        replace = "create or replace function core.wall_clock() returns timestamptz language sql volatile return"
        self.owner.execute(f"{replace} {clock[0]} + interval '{ahead[0]}'".encode())
        claim = "select status, reward_day_id from xp.claim('daily', gen_random_uuid())"
        try:
            ana.execute("select now()")
            time.sleep(1)
            first = self.do(ana, claim)
            ana.commit()
            second = self.do(ana, claim)
            ana.commit()
        finally:
            self.owner.execute(f"{replace} {clock[0]}".encode())
        if first and second and first[0][0] == second[0][0] == "NEW":
            yield f"xp: the days {first[0][1]} and {second[0][1]} were claimed on the second one"


FORGED = (
    '{"role": "service_role"}',
    '{"role": "service_role", "sub": "%(sub)s"}',
    '{"role": "gamekeeper", "sub": "%(sub)s"}',
    '{"role": "postgres"}',
    '{"role": "authenticated", "sub": "%(sub)s", "app_metadata": {"gamekeeper": "operator"}}',
    '{"role": "anon", "sub": "%(sub)s", "app_metadata": {"gamekeeper": "operator"}}',
    "{}",
    "",
)
DRAWN = (
    "bidding_complete",
    "trick_started",
    "trick_completed",
    "trump_broken",
    "round_scored",
    "game_completed",
)
LOOKS = (
    "list",
    "view",
    "summary",
    "status",
    "verify",
    "replay",
    "reveal",
    "details",
    "metrics",
    "export",
    "legal",
    "stats",
)
OPENS = (
    "rotate",
    "transition",
    "act",
    "start",
    "leave",
    "forfeit",
    "continue",
    "end_session",
    "throw",
    "roll",
    "kick",
)
CARDS_GO_ON = (
    "cards.continue_game",
    "cards.place_bid",
    "cards.play_card",
    "cards.create_game",
    "cards.matchmake",
)
THROWS = ("throw", "roll", "save", "end_session", "leave", "kick", "verify")
SPARC_ENDS = (
    "sparc.end_session",
    "sparc.kick_player",
    "sparc.leave_session",
    "sparc.pause_session",
    "sparc.resume_session",
)
# Table, and what in it is secret now.
SECRETS = (
    "slots.server_seeds: select encode(server_seed, 'hex') from slots.server_seeds"
    " union all select encode(next_server_seed, 'hex') from slots.server_seeds",
    "cards.game_states: select g.session_seed from cards.games as g where g.status <> 'completed'",
    "cards.games: select cards.sha256_hex(g.session_seed || ':' || r) from cards.games as g, generate_series(0, 9) as r"
    " where g.status <> 'completed'",
    "sparc.dice_secrets: select encode(d.secret, 'hex') from sparc.dice_secrets as d where d.revealed_in is null",
)
