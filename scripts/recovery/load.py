"""Mixed play by hands that keep a journal of every answer, lose their connections, and send the same call again."""

import contextlib
import json
import threading
import time
import uuid
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import psycopg

from recovery.report import Check
from runner import Problem
from runner.server import Connection

PAUSE = 0.05  # before a lost connection is tried again
CONNECT_SECONDS = "5"
Answer = tuple[Any, ...]


@dataclass(frozen=True)
class Entry:
    """One acknowledged call: what it made, by the key under which the database must hold it exactly once."""

    kind: str
    thing: str
    key: str


@dataclass
class Journal:
    """What the clients were told, kept on their side."""

    entries: list[Entry] = field(default_factory=list)
    calls: list[tuple[float, float]] = field(default_factory=list)
    refused: dict[str, int] = field(default_factory=dict)
    lost: int = 0
    begun: float = field(default_factory=time.monotonic)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, entry: Entry) -> None:
        """Note an answer."""
        with self.lock:
            self.entries.append(entry)

    def timed(self, began: float, ended: float) -> None:
        """Note how long a call took until it was answered, with all that it was sent."""
        with self.lock:
            self.calls.append((began - self.begun, (ended - began) * 1000))

    def refusal(self, code: str) -> None:
        """Count an answer that was an error of the game's."""
        with self.lock:
            self.refused[code] = self.refused.get(code, 0) + 1


class Stopped(Exception):
    """The play is over, in the midst of a call perhaps."""


def went_away(error: psycopg.Error) -> bool:
    """Tell whether the connection or the server went away, so that nobody knows whether the call was done.

    An error that the server did not send has no SQLSTATE, whatever its class.
    """
    return error.sqlstate is None or isinstance(error, psycopg.OperationalError)


class Hand:
    """One client. It goes on with the same call until that is answered, and notes the answer."""

    def __init__(self, where: Callable[[], str], journal: Journal, stop: threading.Event) -> None:
        self.where = where
        self.journal = journal
        self.stop = stop
        self.conn: psycopg.Connection[Any] | None = None

    def call(self, user: uuid.UUID | None, query: str, *values: object) -> Answer:
        """Make one call as a user or as the service, in a transaction of its own; send it again after each loss."""
        role = "service_role" if user is None else "authenticated"
        claims = {"role": role} | ({} if user is None else {"sub": str(user)})
        began = time.monotonic()
        while True:
            if self.stop.is_set():
                raise Stopped
            try:
                if self.conn is None:
                    self.conn = psycopg.connect(self.where(), connect_timeout=CONNECT_SECONDS)
                self.conn.execute(
                    "select set_config('request.jwt.claims', %s, true), set_config('role', %s, true)",
                    [json.dumps(claims), role],
                )
                row: Answer | None = self.conn.execute(query.encode(), values or None).fetchone()
                self.conn.commit()
            except psycopg.Error as error:
                if not went_away(error):
                    with contextlib.suppress(psycopg.Error):
                        if self.conn is not None:
                            self.conn.rollback()
                    raise
                self.journal.lost += 1
                self.leave()
                self.stop.wait(PAUSE)
            else:
                self.journal.timed(began, time.monotonic())
                return row or ()

    def leave(self) -> None:
        """Drop the connection."""
        if self.conn is not None:
            with contextlib.suppress(psycopg.Error):
                self.conn.close()
        self.conn = None

    def play(self) -> None:
        """Play until the play is over."""
        with contextlib.suppress(Stopped):
            while not self.stop.is_set():
                try:
                    self.step()
                except psycopg.Error as error:
                    self.journal.refusal(error.sqlstate or "?")
        self.leave()

    def ready(self) -> None:
        """Make what is needed to play."""

    def step(self) -> None:
        """Play a little."""
        raise NotImplementedError

    def finish(self) -> None:
        """Bring what was played to an end."""


class Spinner(Hand):
    """Bets and spins, and pays money in."""

    def ready(self) -> None:
        self.user = uuid.uuid4()
        (game,) = self.call(
            None,
            "select game_id from slots.create_game(%s, %s, %s)",
            f"Drill {self.user}",
            '{"algorithm": "hmac-sha256", "reels": [["A", "B"], ["A", "B"]]}',
            '{"A": {"payouts": {"2": 3}}, "B": {}}',
        )
        (self.wallet,) = self.call(
            self.user, "select wallet_id from slots.create_wallet('AUD', 1000000)"
        )
        self.pay(1000)
        (self.session,) = self.call(
            self.user,
            "select session_id from slots.create_session(%s, '{}', %s, 'drill')",
            game,
            self.wallet,
        )

    def pay(self, amount: int) -> None:
        key = uuid.uuid4().hex
        self.call(
            None, "select slots.wallet_operation(%s, 'credit', %s, %s)", self.wallet, amount, key
        )
        self.journal.note(Entry("credit", str(self.wallet), key))

    def step(self) -> None:
        self.pay(2)
        if not self.has_bet():
            self.act('{"type": "PlaceBet", "amount": 1}')
        self.act('{"type": "Spin"}')

    def has_bet(self) -> bool:
        """Ask whether a bet waits for its spin: one whose spin was refused would keep every other from being placed."""
        (bet,) = self.call(
            None, "select pending_bet from slots.sessions where session_id = %s", self.session
        )
        return bet is not None

    def act(self, action: str) -> None:
        key = uuid.uuid4().hex
        self.call(self.user, "select slots.act(%s, %s, %s)", self.session, action, key)
        self.journal.note(Entry("act", str(self.session), key))

    def finish(self) -> None:
        if self.has_bet():
            self.act('{"type": "Spin"}')
        self.call(self.user, "select slots.rotate_seed(%s)", self.session)


class Earner(Hand):
    """Is granted experience."""

    def ready(self) -> None:
        user = uuid.uuid4()
        (self.account,) = self.call(
            user, "select user_id from xp.register_user(%s, 'UTC')", str(user)
        )

    def step(self) -> None:
        key = str(uuid.uuid4())
        self.call(None, "select xp.grant_xp(%s, 5, 'EVENT', %s)", self.account, key)
        self.journal.note(Entry("grant", str(self.account), key))


class Duellist(Hand):
    """Plays both sides of card games for two."""

    def ready(self) -> None:
        self.sides: dict[str, uuid.UUID] = {}
        for name in ("Ana", "Ben"):
            user = uuid.uuid4()
            (player,) = self.call(user, "select id from cards.upsert_player(%s, 'a', 'teal')", name)
            self.sides[str(player)] = user
        self.host, self.guest = self.sides.values()
        self.game: object = None

    def step(self) -> None:
        if self.game is None:
            self.game, code = self.call(
                self.host,
                "select game_id, join_code from cards.create_game('{\"maxPlayers\": 2}', false, %s)",
                uuid.uuid4().hex,
            )
            self.call(self.guest, "select cards.join_game(%s)", code)
            self.call(self.host, "select cards.start_game(%s)", self.game)
        (last,) = self.call(self.host, "select cards.continue_game(%s)", self.game)
        (view,) = self.call(self.host, "select cards.player_view(%s)", self.game)
        if view["phase"].lower() == "completed":
            self.game = None
            return
        turn = view.get("turnPlayerId")
        if turn is None:
            return
        user = self.sides[turn]
        if view["phase"].lower() == "bidding":
            move: tuple[str, *tuple[object, ...]] = (
                "select cards.place_bid(%s, 1, %s)",
                self.game,
                last + 1,
            )
        else:
            (card,) = self.call(user, "select cards.legal_moves(%s) limit 1", self.game)
            move = ("select cards.play_card(%s, %s, %s)", self.game, card, last + 1)
        self.call(user, *move)
        self.journal.note(Entry("move", str(self.game), str(last + 1)))


class Roller(Hand):
    """Declares rolls in a session, and throws them."""

    def ready(self) -> None:
        self.seer, self.user = uuid.uuid4(), uuid.uuid4()
        for user in (self.seer, self.user):
            self.call(None, "select 1")
            with psycopg.connect(self.where(), autocommit=True) as owner:
                owner.execute("insert into auth.users (id) values (%s)", [user])
        (adventure,) = self.call(
            self.seer,
            "insert into sparc.adventures (creator_id, name, difficulty) values (auth.uid(), 'Drill', 'hard') returning id",
        )
        self.call(self.seer, "select sparc.publish_adventure(%s)", adventure)
        self.session, code = self.call(
            self.seer, "select id, code from sparc.create_session(%s)", adventure
        )
        (self.hero,) = self.call(
            self.user, "select id from sparc.create_character('Rook', 'warrior')"
        )
        self.call(self.user, "select sparc.join_session(%s, %s)", code, self.hero)
        self.call(self.seer, "select sparc.start_session(%s)", self.session)

    def step(self) -> None:
        (roll,) = self.call(
            self.user,
            "select id from sparc.declare_roll(%s, %s, 'might', 12, idempotency_key => %s)",
            self.session,
            self.hero,
            uuid.uuid4().hex,
        )
        self.journal.note(Entry("declare", str(self.session), str(roll)))
        self.call(self.user, "select sparc.throw_roll(%s)", roll)
        self.journal.note(Entry("throw", str(self.session), str(roll)))

    def finish(self) -> None:
        self.call(self.seer, "select sparc.end_session(%s)", self.session)


HANDS: Sequence[type[Hand]] = (Spinner, Earner, Duellist, Roller)


@contextlib.contextmanager
def playing(
    where: Callable[[], str], hands: int, journal: Journal, *, to_the_end: bool = True
) -> Iterator[Journal]:
    """Play with some hands, of every kind in turn, for as long as the block runs.

    At the end they finish what they play, so that its seeds are open and can be verified, unless nobody is there to
    answer any more.
    """
    stop = threading.Event()
    people = [HANDS[number % len(HANDS)](where, journal, stop) for number in range(hands)]
    for hand in people:
        hand.ready()
    threads = [threading.Thread(target=hand.play, daemon=True) for hand in people]
    for thread in threads:
        thread.start()
    try:
        yield journal
    finally:
        stop.set()
        for thread in threads:
            thread.join()
    if to_the_end:
        stop.clear()
        for hand in people:
            hand.finish()
            hand.leave()


def more_calls(journal: Journal, number: int, seconds: float = 600) -> None:
    """Wait until so many more calls were answered, some of each kind: a busy machine takes longer, and breaks nothing."""
    before = Counter(entry.kind for entry in journal.entries)
    end = time.monotonic() + seconds
    while True:
        grown = Counter(entry.kind for entry in journal.entries) - before
        if grown.total() >= number and len(grown) == len(HELD):
            return
        if time.monotonic() > end:
            raise Problem(f"only {grown.total()} of {number} calls were answered: {dict(grown)}")
        time.sleep(0.02)


# For each kind: how often the database holds what a call made, and all that there is of its thing.
HELD = {
    "credit": "select count(*) from slots.wallet_entries as e where e.wallet_id = a.thing::uuid and e.idempotency_key = a.key and e.session_id is null",
    "act": "select count(*) from slots.action_keys as k join slots.gameplay_events as e on (e.session_id, e.event_index) = (k.session_id, k.event_index)"
    " where k.session_id = a.thing::uuid and k.idempotency_key = a.key",
    "grant": "select count(*) from xp.xp_ledger as l where l.user_id = a.thing::bigint and l.correlation_id = a.key::uuid",
    "move": "select count(*) from cards.game_events as e where e.game_id = a.thing::uuid and e.event_index = a.key::integer"
    " and e.type in ('player_bid', 'card_played')",
    "declare": "select count(*) from sparc.declared_rolls as d where d.id = a.key::uuid and d.session_id = a.thing::uuid",
    "throw": "select count(*) from sparc.dice_rolls as r where r.id = a.key::uuid and r.session_id = a.thing::uuid",
}
THERE = {
    "credit": "select count(*) from slots.wallet_entries as e where e.wallet_id = a.thing::uuid and e.kind = 'credit'",
    "act": "select count(*) from slots.gameplay_events as e where e.session_id = a.thing::uuid",
    "grant": "select count(*) from xp.xp_ledger as l where l.user_id = a.thing::bigint",
    "move": "select count(*) from cards.game_events as e where e.game_id = a.thing::uuid and e.type in ('player_bid', 'card_played')",
    "declare": "select count(*) from sparc.declared_rolls as d where d.session_id = a.thing::uuid",
    "throw": "select count(*) from sparc.dice_rolls as r where r.session_id = a.thing::uuid",
}


def compare(conn: Connection, journal: Journal) -> Iterator[Check]:
    """Compare the journal with the database, kind by kind.

    Every acknowledged call is there exactly once. Of a thing nothing else is there but what was on its way when the
    play ended: one call at the most, because each thing has one hand.
    """
    conn.execute("create temporary table acknowledged (kind text, thing text, key text)")
    with conn.cursor() as cursor, cursor.copy("copy acknowledged from stdin") as copy:
        for entry in journal.entries:
            copy.write_row((entry.kind, entry.thing, entry.key))
    for kind, held in HELD.items():
        row = conn.execute(
            f"select count(*), count(*) filter (where n = 0), count(*) filter (where n > 1)"
            f" from (select ({held}) as n from acknowledged as a where a.kind = %s) as h".encode(),
            [kind],
        ).fetchone()
        more = conn.execute(
            f"select coalesce(max(n - told), 0) from (select ({THERE[kind]}) as n, a.told from"
            " (select thing, count(*) as told from acknowledged where kind = %s group by thing) as a) as t".encode(),
            [kind],
        ).fetchone()
        assert row is not None
        assert more is not None
        told, missing, doubled = row
        yield Check(
            f"{kind}: acknowledged means kept, once",
            told > 0 and missing == 0 and doubled == 0 and more[0] <= 1,
            f"{told} told, {missing} missing, {doubled} doubled, {max(more[0], 0)} more of one thing",
        )
    conn.execute("drop table acknowledged")
