"""A transaction decides or looks, not both: cards under callers who own their transactions.

Random play tries the law of docs/cards.md, "Decisions and draws". The suite takes some looks;
``LOOKS=5000 scripts/test tests/cards/test_chance.py -k random_play`` takes more.
"""

from __future__ import annotations

import os
import random
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import psycopg
import pytest

Connect = Callable[..., psycopg.Connection]
Event = tuple[int, str, dict[str, Any]]

COMMIT_FIRST = "KG009"
LOOKS = int(os.environ.get("LOOKS", "120"))
DRAWN = ("cards_dealt", "trump_revealed", "player_bid", "card_played")


class Breach(Exception):
    """Something that a caller who owns the transaction must not get."""


@dataclass
class Table:
    """A running game of people and bots, all played over one connection, one transaction at a time."""

    conn: psycopg.Connection
    chance: random.Random
    people: int = 2
    bots: int = 1
    game: uuid.UUID = field(init=False)
    code: str = field(init=False)
    users: list[uuid.UUID] = field(init=False)
    players: list[str] = field(init=False)
    stranger: uuid.UUID = field(default_factory=uuid.uuid4)
    looks: int = 0
    chosen: set[tuple[str, int]] = field(default_factory=set)  # moves of persons: player, index

    def __post_init__(self) -> None:
        self.users = [uuid.uuid4() for _ in range(self.people)]
        with self.transaction():
            self.game, self.code = self.call(
                self.users[0], "select game_id, join_code from cards.create_game('{}')"
            )
        for user in self.users[1:]:
            with self.transaction():
                self.call(user, "select cards.join_game(%s)", [self.code])
        for _ in range(self.bots):
            with self.transaction():
                self.call(self.users[0], "select cards.add_bot(%s)", [self.game])
        with self.transaction():
            self.call(self.users[0], "select cards.start_game(%s)", [self.game])
        self.players = self.one(
            "select (state).player_ids from cards.game_states where game_id = %s", [self.game]
        )[0]

    def one(self, query: str, values: list[Any]) -> tuple[Any, ...]:
        """Return a row as the superuser sees it."""
        row = self.conn.execute(query, values).fetchone()
        assert row is not None
        return row

    @contextmanager
    def transaction(self, *, rollback: bool = False, trusted: bool = False) -> Iterator[None]:
        """Open a transaction of a caller and see what it wrote before it ends."""
        chosen = set(self.chosen)
        with self.conn.transaction(force_rollback=rollback):
            before = self.next_index() if hasattr(self, "players") else 0
            yield
            self.conn.execute("select test.as_owner()")
            if hasattr(self, "players") and not trusted:
                self.check_transaction(before)
        if rollback:
            self.chosen = chosen

    def call(self, user: uuid.UUID | None, query: str, values: list[Any] | None = None) -> tuple:
        """Call as a user (None: as the service); its refusal undoes the call alone."""
        try:
            with self.conn.transaction():
                if user is None:
                    self.conn.execute("select test.as_service()")
                else:
                    self.conn.execute("select test.as_user(%s)", [user])
                row = self.conn.execute(query, values).fetchone()
        except psycopg.Error as error:
            if error.sqlstate is None or not error.sqlstate.startswith("KG"):
                raise
            return (error.sqlstate,)
        finally:
            self.conn.execute("select test.as_owner()")
        return row or ()

    def next_index(self) -> int:
        return self.one("select count(*) from cards.game_events where game_id = %s", [self.game])[0]

    def events(self, since: int) -> list[Event]:
        return self.conn.execute(
            "select event_index, type, payload from cards.game_events "
            "where game_id = %s and event_index >= %s order by event_index",
            [self.game, since],
        ).fetchall()

    def phase(self) -> str | None:
        row = self.conn.execute(
            "select (state).phase from cards.game_states where game_id = %s", [self.game]
        ).fetchone()
        return row[0] if row else None

    def is_due(self) -> bool:
        return self.one(
            "select is_forfeit or cards.is_due(state, cards.bot_strategies(state)) from cards.game_states where game_id = %s",
            [self.game],
        )[0]

    def check_transaction(self, before: int) -> None:
        """Nothing is drawn behind a decision of the same transaction."""
        decided = ""
        for index, kind, payload in self.events(before):
            if kind in DRAWN and not self.is_own_move(index, kind, payload):
                if decided:
                    raise Breach(f"{kind} {index} was drawn behind {decided}")
            elif kind == "round_started" or kind not in self.followers:
                decided = f"{kind} {index}"

    # what the rules leave no choice about
    followers = (
        *("bidding_complete", "trick_started", "trick_completed", "trump_broken", "round_scored"),
        *("game_completed", "player_marked_absent", "player_reconnected"),
    )

    def is_own_move(self, index: int, kind: str, payload: dict[str, Any]) -> bool:
        """Whether the mover chose: a person who has not left and whose turn nobody else took."""
        return kind in ("player_bid", "card_played") and (payload["playerId"], index) in self.chosen

    def move(self, user: uuid.UUID, *, forfeit: bool = False) -> None:
        """Move as whoever's turn it is: a random legal card or bid, or the turn given up."""
        phase, cards, turn = self.one(
            "select (state).phase, (state).cards_per_player, (state).player_ids[(state).turn + 1] "
            "from cards.game_states where game_id = %s",
            [self.game],
        )
        if forfeit:
            result = self.call(
                user, "select accepted, error, event_index from cards.forfeit_turn(%s)", [self.game]
            )
        elif phase == "bidding":
            result = self.call(
                user,
                "select accepted, error, event_index from cards.place_bid(%s, %s)",
                [self.game, self.chance.randint(0, cards)],
            )
        else:
            (legal,) = self.call(user, "select array(select cards.legal_moves(%s))", [self.game])
            result = self.call(
                user,
                "select accepted, error, event_index from cards.play_card(%s, %s)",
                [self.game, self.chance.choice(legal or ["d0:clubs:2"])],
            )
        if len(result) == 3 and result[0] and result[2] is not None:
            self.chosen.add((turn, result[2]))

    def anything(self, user: uuid.UUID) -> None:
        """Do something that does not wait for this person, or try to."""
        other = self.chance.choice(self.users)
        calls: list[tuple[uuid.UUID | None, str, list[Any]]] = [
            (user, "select cards.leave_game(%s)", [self.game]),
            (user, "select cards.leave_game(%s)", [self.game]),
            (user, "select cards.join_game(%s)", [self.code]),
            (user, "select cards.join_game(%s)", [self.code]),
            (other, "select cards.join_game(%s)", [self.code]),
            (user, "select cards.set_ready(%s, true)", [self.game]),
            (user, "select cards.place_bid(%s, 99)", [self.game]),
            (user, "select cards.play_card(%s, 'd1:clubs:2')", [self.game]),
            (user, "select cards.upsert_player(%s, 'x', 'red')", [f"N{self.chance.random()}"]),
            (self.stranger, "select cards.spectate(%s)", [self.game]),
            (self.stranger, "select cards.leave_game(%s)", [self.game]),
            (self.stranger, "select cards.continue_game(%s)", [self.game]),
            (user, "select cards.start_game(%s)", [self.game]),
            (user, "select cards.kick_player(%s, %s)", [self.game, uuid.UUID(int=0)]),
            (user, "select cards.player_view(%s)", [self.game]),
        ]
        self.call(*self.chance.choice(calls))

    def draw(self, user: uuid.UUID | None) -> None:
        """Draw what is due, as a player, the service or upkeep."""
        if user is None and self.chance.random() < 0.5:
            self.call(None, "select cards.expire_turns()")
        else:
            result = self.call(user, "select cards.continue_game(%s)", [self.game])
            assert result[0] not in (COMMIT_FIRST, "KG003"), result

    def drawn(self, since: int) -> list[tuple[str, dict[str, Any]]]:
        return [
            (kind, payload)
            for index, kind, payload in self.events(since)
            if kind in DRAWN and not self.is_own_move(index, kind, payload)
        ]

    def look(self) -> None:
        """Look at what is due and roll back, let everybody do what they like, draw: it is the same."""
        since = self.next_index()
        with self.transaction(rollback=True):
            self.draw(self.chance.choice(self.users))
            looked = self.drawn(since)
        for _ in range(self.chance.randint(0, 3)):
            with self.transaction(rollback=self.chance.random() < 0.3):
                for _ in range(self.chance.randint(1, 2)):
                    self.anything(self.chance.choice(self.users))
        drawer = self.chance.choice([*self.users, None])
        with self.transaction(trusted=drawer is None):
            self.draw(drawer)
        while len(self.drawn(since)) < len(looked) and self.phase() and self.is_due():
            with self.transaction():
                self.draw(self.chance.choice(self.users))
        if self.drawn(since)[: len(looked)] != looked:
            raise Breach(f"a look was changed: {looked} became {self.drawn(since)}")
        self.looks += bool(looked)

    def step(self) -> None:
        """Go on by one transaction or one look."""
        if self.is_due():
            self.look()
            return
        turn = self.players.index(
            self.one(
                "select (state).player_ids[(state).turn + 1] from cards.game_states where game_id = %s",
                [self.game],
            )[0]
        )
        user = self.users[turn]
        dice = self.chance.random()
        if dice < 0.1 and self.people > 1:
            self.conn.execute("select test.cards_run_out(%s)", [self.game])
            with self.transaction():
                rival = self.chance.choice([u for u in self.users if u != user])
                self.call(rival, "select cards.forfeit_turn(%s)", [self.game])
                if self.chance.random() < 0.3:
                    self.call(rival, "select cards.continue_game(%s)", [self.game])
        elif dice < 0.25:
            with self.transaction(rollback=self.chance.random() < 0.3):
                self.anything(self.chance.choice(self.users))
                self.call(
                    self.chance.choice(self.users), "select cards.continue_game(%s)", [self.game]
                )
        else:
            with self.transaction(rollback=dice < 0.35):
                self.move(user, forfeit=dice > 0.9)
                if self.chance.random() < 0.4:
                    self.call(user, "select cards.continue_game(%s)", [self.game])
                if self.chance.random() < 0.2:
                    self.anything(user)

    def play(self, looks: int) -> None:
        """Play until the game is over, or so many looks were taken."""
        steps = 0
        while self.phase() and self.looks < looks:
            self.step()
            steps += 1
            assert steps < 5000, "the game does not end"


def play_games(conn: psycopg.Connection, looks: int, seed: int) -> int:
    """Play random games until so many looks were taken; return the number of looks."""
    chance = random.Random(seed)
    taken = games = 0
    while taken < looks:
        table = Table(conn, chance, people=chance.randint(1, 3), bots=chance.randint(1, 2))
        table.play(looks - taken)
        taken += table.looks
        games += 1
        if table.phase() is None:
            assert (
                conn.execute("select * from cards.verify_game(%s)", [table.game]).fetchall() == []
            )
    return taken


@pytest.fixture
def conn(fresh_database: str, connect: Connect) -> psycopg.Connection:
    """A superuser's connection that plays as everybody, in a database of the test's own."""
    connection = connect(conninfo=fresh_database)
    for name in ("cards.max_misplays", "cards.lobby_calls_per_minute"):
        connection.execute(
            "update core.settings set value = maximum::text::jsonb where name = %s", [name]
        )
    return connection


def test_random_play_changes_no_look(conn: psycopg.Connection) -> None:
    """Whoever looks at what is due and rolls back sees what comes, whatever anybody does in between."""
    assert play_games(conn, LOOKS, seed=1) >= LOOKS


def replaced(function: str, old: str, new: str) -> str:
    """Return the statement that changes the body of a function."""
    return (
        "do $do$ declare _text text := pg_get_functiondef('" + function + "'::regprocedure); begin"
        f" if position($old${old}$old$ in _text) = 0 then raise 'nothing to replace'; end if;"
        f" execute replace(_text, $old${old}$old$, $new${new}$new$); end $do$"
    )


PLANTED = {
    "the deal comes in the transaction that fixed the line-up": replaced(
        "cards.draw_due(cards.game_states)", "else 'line_up' end", "else 'choice' end"
    ),
    "who comes back takes the fallback moves back": (
        replaced("cards.join_game(text)", "_game := cards.draw_due(_game);", "")
        + ";"
        + replaced(
            "cards.join_game(text)",
            "update cards.game_states as s",
            "perform cards.append_move(_game, 'player_reconnected', jsonb_build_object('playerId', _player.id));"
            " update cards.game_states as s",
        )
    ),
    "a decision and its draw go together": (
        "create or replace function core.is_settled(decided_in xid8) returns boolean language sql volatile return true"
    ),
    "a move is followed by what it draws": replaced(
        "cards.append_move(cards.game_states,text,jsonb)", "and core.may_draw_at_once()", ""
    ),
}


@pytest.mark.parametrize("name", PLANTED)
def test_random_play_finds_what_was_planted(conn: psycopg.Connection, name: str) -> None:
    """The law test is able to fail: each way in which cards once broke the law is found."""
    conn.execute(PLANTED[name])
    with pytest.raises(Breach):
        play_games(conn, 300, seed=2)


@pytest.fixture
def table(conn: psycopg.Connection) -> Table:
    """A game of two people and a bot whose first line-up is fixed and committed, but not dealt."""
    return Table(conn, random.Random(3))


def test_the_first_deal_waits_for_the_start_to_be_committed(conn: psycopg.Connection) -> None:
    """Who starts a game and asks for the deal in one transaction is told to commit first."""
    table = Table(conn, random.Random(4))
    with conn.transaction(force_rollback=True):
        lobby = table.call(table.users[0], "select game_id from cards.create_game('{}')")[0]
        table.call(table.users[0], "select cards.add_bot(%s)", [lobby])
        table.call(table.users[0], "select cards.start_game(%s)", [lobby])
        refused = table.call(table.users[0], "select cards.continue_game(%s)", [lobby])
        assert refused == (COMMIT_FIRST,)
        dealt = conn.execute(
            "select count(*) from cards.game_events where game_id = %s and type = 'cards_dealt'",
            [lobby],
        ).fetchone()
        assert dealt == (0,)


def test_continue_game_is_a_success_where_nothing_is_due(table: Table) -> None:
    """It returns the index of the latest event, before and after completion."""
    with table.transaction():
        first = table.call(table.users[0], "select cards.continue_game(%s)", [table.game])
    with table.transaction():
        assert table.call(table.users[0], "select cards.continue_game(%s)", [table.game]) == first
    assert first == (table.next_index() - 1,)
    table.play(10**6)
    with table.transaction():
        last = table.call(table.users[0], "select cards.continue_game(%s)", [table.game])
    assert last == (table.next_index() - 1,)


def test_player_view_says_what_is_waited_for(table: Table) -> None:
    """'continue' while something is due, then what the person in turn has to do."""
    view = "select cards.player_view(%s) ->> 'waitingFor'"
    assert table.call(table.users[0], view, [table.game]) == ("continue",)
    with table.transaction():
        table.call(table.users[0], "select cards.continue_game(%s)", [table.game])
    assert table.call(table.users[0], view, [table.game]) == ("bid",)


def test_a_bot_and_who_left_have_no_deadline(table: Table) -> None:
    """No deadline stands while a draw is due; it begins with the turn of a person."""
    deadline = "select turn_deadline is not null, is_due from cards.game_states where game_id = %s"
    with table.transaction():
        table.call(table.users[0], "select cards.continue_game(%s)", [table.game])
    assert table.one(deadline, [table.game]) == (True, False)
    with table.transaction():
        table.move(table.users[1])
    assert table.one(deadline, [table.game]) == (False, True)  # the bot bids next


def test_forfeiting_anothers_turn_draws_nothing(table: Table) -> None:
    """The turn is taken in one transaction, the fallback move comes in a later one, the owner is too late in between."""
    host, victim = table.users[:2]
    with table.transaction():
        table.call(host, "select cards.continue_game(%s)", [table.game])
    table.conn.execute("select test.cards_run_out(%s)", [table.game])
    since = table.next_index()
    with table.transaction():
        taken = table.call(
            host, "select accepted, event_index from cards.forfeit_turn(%s)", [table.game]
        )
        assert taken == (True, None)
        assert table.call(host, "select cards.continue_game(%s)", [table.game]) == (COMMIT_FIRST,)
    assert table.next_index() == since
    with table.transaction():
        late = table.call(
            victim, "select accepted, error from cards.place_bid(%s, 3)", [table.game]
        )
    assert late == (False, "NOT_PLAYERS_TURN")
    assert table.drawn(since)[0] == (
        "player_bid",
        {"_v": 1, "playerId": table.players[1], "bid": 0, "fallback": True},
    )


def test_the_log_opens_when_the_completing_transaction_has_ended(table: Table) -> None:
    """Summary, log, replay, check and view show no seed to the transaction that completed the game."""
    user = table.users[0]
    conn = table.conn
    for player in table.users:
        with table.transaction():
            table.call(player, "select cards.leave_game(%s)", [table.game])
    seed = table.one("select session_seed from cards.games where id = %s", [table.game])[0]
    reads = ("cards.game_summary(%s)", "cards.replay(%s)", "cards.verify_game(%s)")
    shown = "select cards.player_view(%s) ->> 'sessionSeed', (select string_agg(payload::text, '') from cards.list_events(%s, -1, 1000))"

    def complete() -> None:
        table.call(user, "select cards.continue_game(%s)", [table.game])

    while True:
        with conn.transaction():
            complete()
            if table.phase() is None:
                for read in reads:
                    assert table.call(user, f"select {read}", [table.game]) == (COMMIT_FIRST,)
                view, log = table.call(user, shown, [table.game, table.game])
                assert view is None and seed not in log and '"game_completed"' not in (view or "")
                break
    for read in reads:
        assert table.call(user, f"select {read}", [table.game]) != (COMMIT_FIRST,)
    view, log = table.call(user, shown, [table.game, table.game])
    assert view == seed and seed in log


def test_an_outsiders_open_transaction_stops_no_game(
    table: Table, fresh_database: str, connect: Connect
) -> None:
    """A stranger who watches, and a player's new profile, hold no row that a game needs."""
    with table.transaction():
        table.call(table.users[0], "select cards.continue_game(%s)", [table.game])
    other = Table(table.conn, random.Random(5))
    outsider = connect(user=uuid.uuid4(), conninfo=fresh_database, autocommit=False)
    outsider.execute("select cards.spectate(%s)", [table.game])
    player = connect(user=other.users[0], conninfo=fresh_database, autocommit=False)
    player.execute("select cards.upsert_player('Slow', 'x', 'red')")
    table.conn.execute("set lock_timeout = '2s'")
    table.play(10**6)
    assert table.phase() is None
    outsider.rollback()
    player.rollback()


def test_a_new_profile_waits_for_no_game(
    table: Table, fresh_database: str, connect: Connect
) -> None:
    """Somebody holds one of my games; my profile changes, and my other games go on."""
    holder = connect(user=table.users[0], conninfo=fresh_database, autocommit=False)
    holder.execute("select cards.continue_game(%s)", [table.game])
    mine = connect(user=table.users[1], conninfo=fresh_database)
    mine.execute("set lock_timeout = '2s'")
    mine.execute("select cards.upsert_player('Quick', 'x', 'red')")
    holder.commit()
    row = mine.execute(
        "select p ->> 'displayName' from jsonb_array_elements(cards.player_view(%s) -> 'players') as p "
        "where p ->> 'seatIndex' = '1'",
        [table.game],
    ).fetchone()
    assert row == ("Quick",)


def test_an_old_transaction_ends_no_turn_early(
    table: Table, fresh_database: str, connect: Connect
) -> None:
    """now() of a transaction that began long ago, or of one held open, moves no deadline: the clock is the wall's."""
    held = connect(user=table.users[0], conninfo=fresh_database, autocommit=False)
    (began,) = held.execute("select now()").fetchone() or (None,)
    table.conn.execute("select pg_sleep(1.2)")
    held.execute("select cards.continue_game(%s)", [table.game])
    held.commit()
    (deadline,) = table.one(
        "select turn_deadline from cards.game_states where game_id = %s", [table.game]
    )
    assert (deadline - began).total_seconds() > 61


def test_run_turns_moves_games_on(table: Table, fresh_database: str, connect: Connect) -> None:
    """The scheduler's procedure draws what is due, a transaction a game; two at once, and one game that is held, do no harm."""
    other = Table(table.conn, random.Random(6))
    holder = connect(user=other.users[0], conninfo=fresh_database, autocommit=False)
    holder.execute("select cards.leave_game(%s)", [other.game])
    service = connect(role="service_role", conninfo=fresh_database)
    before = other.next_index()
    service.execute("call cards.run_turns(0)")
    assert not table.is_due()
    assert other.next_index() == before
    holder.rollback()
    service.execute("call cards.run_turns(0)")
    assert not other.is_due()
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        connect(user=table.users[0], conninfo=fresh_database).execute("call cards.run_turns(0)")


def test_a_made_up_state_is_bounded(table: Table) -> None:
    """What a client makes up costs no more than a game can: a trick of 5 000 cards is refused."""
    table.conn.execute("set statement_timeout = '10s'")
    for field_ in ("trick", "player_ids", "past_trumps", "past_bids", "hands"):
        kind = "text" if field_ == "player_ids" else "integer"
        for call in ("cards.state_document(s)", "cards.legal_moves(s, gen_random_uuid())"):
            refused = table.call(
                table.users[0],
                "select "
                + call
                + f" from jsonb_populate_record(null::cards.table_state, jsonb_build_object('{field_}', "
                f"array_fill(0::{kind}, array[5000]), 'leader', 0, 'absent', 0)) as s",
            )
            assert refused == ("KG001",), (field_, call)
