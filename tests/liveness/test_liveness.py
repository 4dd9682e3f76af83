"""Nobody can stall, strand or capture: seeded random players of five kinds in lobbies, card games and sessions.

Time is the test's own: core.wall_clock() says what the test sets, so that waiting takes none and a busy machine changes
nothing. Each second of it the players act, each five seconds upkeep runs, and then nobody has waited longer than the
bounds below.

    GAMEKEEPER_LIVENESS=500,200 scripts/test tests/liveness -q        plays 500 games of cards and 200 sessions
    GAMEKEEPER_LIVENESS_SEED=7 scripts/test tests/liveness -q         plays another evening
"""

from __future__ import annotations

import json
import os
import random
import uuid
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import psycopg
import pytest
from psycopg.rows import namedtuple_row

GAMES, SESSIONS = (int(n) for n in os.environ.get("GAMEKEEPER_LIVENESS", "60,30").split(","))
SEED = int(os.environ.get("GAMEKEEPER_LIVENESS_SEED", "11"))

KINDS = ("quick", "slow", "silent", "fickle", "hostile")

UPKEEP = 5  # seconds between two runs of upkeep
TURN = 1
WARNING = 1
THROW = 5
WAITING = 20
PAUSED = 20
LOBBY = 5
ROOM = 3
PUBLIC_ROOM = 20
PRIVATE_ROOM = 30
ABSENT_AFTER = 3
SEATS = 4

# How long one may wait for another, in seconds. What runs out is noted by one run of upkeep and done by the next.
WAIT_FOR_TURN = TURN + WARNING + 2 * UPKEEP + 1
WAIT_FOR_DRAW = UPKEEP + 1
WAIT_FOR_ROOM = (LOBBY + UPKEEP) * SEATS + PUBLIC_ROOM + UPKEEP
WAIT_FOR_THROW = THROW + UPKEEP + 1
WAIT_FOR_START = WAITING + UPKEEP + 1
WAIT_FOR_RETURN = PAUSED + UPKEEP + 1
# When everybody has gone silent: each seat is waited for until it counts as absent; a room closes. Rooms that matchmake
# makes have turns of a minute.
WAIT_FOR_END = max(SEATS * (ABSENT_AFTER + 1) * (WAIT_FOR_TURN + 60), PRIVATE_ROOM + WAIT_FOR_ROOM)

SETTINGS = {
    "cards.absent_after": ABSENT_AFTER,
    "cards.warning_seconds": WARNING,
    "cards.lobby_timeout": LOBBY,
    "cards.room_wait": ROOM,
    "cards.public_room_timeout": PUBLIC_ROOM,
    "cards.private_room_timeout": PRIVATE_ROOM,
    "cards.room_size": SEATS,
    "cards.lobby_calls_per_minute": 100000,
    "sparc.throw_after_seconds": THROW,
    "sparc.waiting_timeout_seconds": WAITING,
    "sparc.paused_timeout_seconds": PAUSED,
    "sparc.code_calls_per_minute": 1000,
}

BEGIN = datetime(2026, 11, 26, 20, 0, tzinfo=UTC)
CLOCK = """
create or replace function core.wall_clock() returns timestamptz language sql volatile parallel safe
  return current_setting('test.now')::timestamptz;
create or replace function core.now_utc() returns timestamptz language sql stable parallel safe
  return current_setting('test.now')::timestamptz;
"""


@dataclass
class Person:
    """Somebody who plays, in their way."""

    name: str
    kind: str
    id: uuid.UUID
    characters: list[uuid.UUID] = field(default_factory=list[uuid.UUID])


@dataclass
class Evening:
    """Everybody at play, and the clock."""

    connection: psycopg.Connection[Any]
    chance: random.Random
    people: list[Person]
    adventure: uuid.UUID | None = None
    now: int = 0
    codes: Counter[str] = field(default_factory=Counter[str])
    since: dict[tuple[Any, ...], int] = field(default_factory=dict[tuple[Any, ...], int])
    complaints: list[str] = field(default_factory=list[str])

    # who calls ----------------------------------------------------------------------------------

    def be(self, role: str, person: Person | None = None) -> None:
        """Make the connection one of a caller."""
        claims: dict[str, str] = {"role": role}
        if person:
            claims["sub"] = str(person.id)
        self.connection.execute(
            "select set_config('request.jwt.claims', %s, false) as claims, set_config('role', %s, false) as role",
            ["" if role == "none" else json.dumps(claims), role],
        )

    def call(self, person: Person, query: str, *values: object) -> Any:
        """Let somebody make a call; a refusal is no answer. Only an error of class KG is a refusal."""
        self.be("authenticated", person)
        try:
            return self.connection.execute(query.encode(), values or None).fetchone()
        except psycopg.Error as error:
            code = error.sqlstate or "?"
            if not code.startswith("KG"):
                raise
            self.codes[str(error.diag.message_primary).split(":")[0]] += 1
            return None

    def ask(self, query: str, *values: object) -> list[Any]:
        """Look at everything, as nobody in the game can."""
        self.be("none")
        return self.connection.execute(query.encode(), values or None).fetchall()

    def person(self, id: object) -> Person | None:
        """Return who has an id; None for a bot."""
        return next((person for person in self.people if str(person.id) == str(id)), None)

    # time ---------------------------------------------------------------------------------------

    def set_clock(self) -> None:
        """Tell the database what time it is."""
        at = BEGIN + timedelta(seconds=self.now)
        self.connection.execute("select set_config('test.now', %s, false)", [at.isoformat()])

    def tick(self, seconds: int = 1) -> None:
        """Let time pass; upkeep runs when it is due."""
        self.now += seconds
        self.set_clock()
        if self.now % UPKEEP == 0:
            self.be("service_role")
            self.connection.execute("call cards.run_turns(0)")
            self.connection.execute("select core.run_task('sparc.saves')")
            for task in ("throw_overdue_rolls", "cancel_abandoned_sessions"):
                self.connection.execute(f"select sparc.{task}()".encode())
            self.look()

    def waits(self, what: str, *key: object, longest: int) -> None:
        """Complain where the same wait has gone on for too long."""
        begun = self.since.setdefault((what, *key), self.now)
        if self.now - begun > longest:
            self.complaints.append(f"{what} {key} has waited {self.now - begun} s at {self.now}")

    def look(self) -> None:
        """Look at everything that waits for somebody."""
        seen = set(self.since)
        for game in self.ask(
            "select s.game_id, (s.state).phase, s.is_due, r.is_public, cards.awaits_person(s.state) as awaits,"
            " md5(row((s.state).phase, (s.state).turn, (s.state).round_index, (s.state).trick_index,"
            " (s.state).hands, (s.state).bids)::text) as at, cardinality((s.state).player_ids) as seats,"
            " (s.state).turn_seconds, (select p.user_id from cards.players as p"
            " where p.id::text = (s.state).player_ids[cards.host_seat(s.state, s.host_id) + 1]) as host"
            " from cards.game_states as s"
            " join cards.room_directory as r on r.game_id = s.game_id"
            " where s.problem is null"
        ):
            wait = ("nothing", 0)
            if game.awaits:
                wait = ("a turn", WAIT_FOR_TURN - TURN + game.turn_seconds)
            elif game.is_due:
                wait = ("a draw", WAIT_FOR_DRAW)
            elif game.phase == "lobby" and game.is_public and game.seats > 1:
                host = self.person(game.host)
                if (
                    not host or host.kind != "hostile"
                ):  # who is there and does not want to start, may
                    wait = ("a room", WAIT_FOR_ROOM)
            what, longest = wait
            if longest:
                at = "" if what == "a room" else game.at
                self.waits(what, str(game.game_id), at, longest=longest)
                seen.discard((what, str(game.game_id), at))
        for what, longest, query in (
            (
                "a throw",
                WAIT_FOR_THROW,
                "select id from sparc.declared_rolls where thrown_at is null",
            ),
            (
                "a start",
                WAIT_FOR_START,
                "select id from sparc.sessions where status in ('waiting', 'starting_soon')",
            ),
            # a break that was ended and begun anew between two looks is another one
            (
                "a break",
                WAIT_FOR_RETURN,
                "select max(e.id::text) as id from sparc.sessions as s join sparc.session_events as e on e.session_id = s.id"
                " where s.status = 'paused' and e.event_type = 'session_paused' group by s.id",
            ),
        ):
            for row in self.ask(query):
                self.waits(what, str(row.id), longest=longest)
                seen.discard((what, str(row.id)))
        for key in seen:
            del self.since[key]

    # cards --------------------------------------------------------------------------------------

    def open_room(self) -> None:
        """Let somebody open a room, or look for one, and others come."""
        host, *others = self.chance.sample(self.people, self.chance.choice((2, 2, 2, 3, 4)))
        way = self.chance.choice(("matchmake", "public", "private"))
        config = json.dumps({"maxPlayers": SEATS, "turnSeconds": TURN})
        if way == "matchmake":
            for person in (host, *others):
                self.call(person, "select from cards.matchmake(%s)", self.chance.random() < 0.2)
            return
        made = self.call(
            host,
            "select game_id, join_code from cards.create_game(%s, %s)",
            config,
            way == "public",
        )
        if made:
            for person in others:
                self.call(person, "select from cards.join_game(%s)", made.join_code)

    def in_rooms(self) -> None:
        """Let the people in rooms that have not begun do what they do."""
        for room in self.ask(
            "select s.game_id, (s.state).player_ids as players, p.user_id from cards.game_states as s"
            " join cards.game_players as g on g.game_id = s.game_id"
            " join cards.players as p on p.id = g.player_id"
            " where (s.state).phase = 'lobby' and g.is_live and p.user_id is not null"
        ):
            person = self.person(room.user_id)
            if not person:
                continue
            if (person.kind == "quick" and self.chance.random() < 0.3) or (
                person.kind == "slow" and self.chance.random() < 0.2
            ):
                self.call(person, "select cards.set_ready(%s, true)", room.game_id)
                self.call(person, "select cards.start_game(%s)", room.game_id)
            elif person.kind == "fickle" and self.chance.random() < 0.05:
                self.call(person, "select cards.leave_game(%s)", room.game_id)
            elif person.kind == "hostile" and self.chance.random() < 0.2:
                other = self.chance.choice(room.players)
                query, *values = self.chance.choice(
                    (
                        ("select cards.set_ready(%s, false)", room.game_id),
                        ("select cards.kick_player(%s, %s)", room.game_id, other),
                        ("select cards.start_game(%s)", room.game_id),
                        ("select cards.leave_game(%s)", room.game_id),
                    )
                )
                self.call(person, query, *values)

    def turns(self) -> list[Any]:
        """Return whose turn it is, in every game that waits for a person."""
        return self.ask(
            "select s.game_id, p.user_id, (s.state).phase, (s.state).next_index from cards.game_states as s"
            " join cards.players as p on p.id::text = (s.state).player_ids[(s.state).turn + 1]"
            " where cards.awaits_person(s.state) and s.problem is null and not s.is_forfeit"
        )

    def move(self, person: Person, turn: Any) -> None:
        """Make a legal move, and now and then send it twice."""
        if turn.phase == "bidding":
            query = "select * from cards.place_bid(%s, %s, %s)"
            values: tuple[object, ...] = (turn.game_id, 0, turn.next_index)
        else:
            query = (
                "select * from cards.play_card(%s,"
                " (select m from cards.legal_moves(%s) as m limit 1), %s)"
            )
            values = (turn.game_id, turn.game_id, turn.next_index)
        answer = self.call(person, query, *values)
        if answer and not answer.accepted:
            self.codes[answer.error] += 1

    def attack(self, person: Person, turn: Any) -> None:
        """Do something that is against the rules, or holds others up."""
        query, *values = self.chance.choice(
            (
                ("select from cards.play_card(%s, 'd0:spades:A')", turn.game_id),
                ("select from cards.place_bid(%s, -1)", turn.game_id),
                ("select from cards.place_bid(%s, 1, %s)", turn.game_id, turn.next_index + 5),
                ("select from cards.forfeit_turn(%s)", turn.game_id),
                ("select cards.leave_game(%s)", turn.game_id),
                ("select cards.spectate(%s)", turn.game_id),
                ("select cards.start_game(%s)", turn.game_id),
            )
        )
        self.call(person, query, *values)

    def at_tables(self) -> None:
        """Let those whose turn it is act, the quick ones until somebody else has to."""
        for game in self.ask(
            "select s.game_id, p.user_id from cards.game_states as s"
            " join cards.game_players as g on g.game_id = s.game_id join cards.players as p on p.id = g.player_id"
            " where s.is_due and s.problem is null and g.is_live and p.user_id is not null"
        ):
            person = self.person(game.user_id)
            if person and person.kind == "quick":
                self.call(person, "select cards.continue_game(%s)", game.game_id)
        most = 12
        for _ in range(most):
            moved = False
            for turn in self.turns():
                person = self.person(turn.user_id)
                if not person or person.kind == "silent":
                    continue
                if person.kind in ("quick", "fickle"):
                    if person.kind == "fickle" and self.chance.random() < 0.03:
                        self.call(person, "select cards.leave_game(%s)", turn.game_id)
                    else:
                        self.move(person, turn)
                        moved = True
                elif _ == 0 and self.chance.random() < 0.4:
                    if person.kind == "slow" or self.chance.random() < 0.5:
                        self.move(person, turn)
                    else:
                        self.attack(person, turn)
            if not moved:
                break
        self.come_back()

    def come_back(self) -> None:
        """Let the fickle ones return to where they left, by the code."""
        for seat in self.ask(
            "select r.join_code, p.user_id from cards.game_states as s"
            " join cards.room_directory as r on r.game_id = s.game_id"
            " join cards.players as p on p.id::text = any ((s.state).player_ids)"
            " where cards.has_seat((s.state).gone | (s.state).marked, array_position((s.state).player_ids, p.id::text) - 1)"
            " and (s.state).phase in ('bidding', 'playing') and s.problem is null and p.user_id is not null"
        ):
            person = self.person(seat.user_id)
            if person and person.kind == "fickle" and self.chance.random() < 0.2:
                self.call(person, "select from cards.join_game(%s)", seat.join_code)

    # sparc --------------------------------------------------------------------------------------

    def open_session(self) -> None:
        """Let a Seer open a session, and others come."""
        seer, *players = self.chance.sample(self.people, self.chance.choice((2, 3, 4)))
        made = self.call(
            seer,
            "select id, code from sparc.create_session(%s, is_public => %s, allow_late_join => true)",
            self.adventure,
            self.chance.random() < 0.5,
        )
        if made:
            for player in players:
                self.call(
                    player,
                    "select from sparc.join_session(%s, %s)",
                    made.code,
                    self.chance.choice(player.characters),
                )

    def in_sessions(self) -> None:
        """Let Seers and players do what they do."""
        for session in self.ask(
            "select id, code, status, seer_id from sparc.sessions where status not in ('completed', 'cancelled')"
        ):
            seer = self.person(session.seer_id)
            if seer and seer.kind != "silent":
                self.lead(seer, session)
        for seat in self.ask(
            "select p.session_id, p.user_id, p.character_id, p.is_active, s.status, s.code from sparc.session_players as p"
            " join sparc.sessions as s on s.id = p.session_id where s.status not in ('completed', 'cancelled')"
        ):
            person = self.person(seat.user_id)
            if person and person.kind != "silent":
                self.adventure_on(person, seat)

    def lead(self, seer: Person, session: Any) -> None:
        """Let a Seer take a step."""
        eager = {"quick": 0.5, "slow": 0.1, "fickle": 0.2, "hostile": 0.2}[seer.kind]
        if self.chance.random() > eager:
            return
        if session.status in ("waiting", "starting_soon"):
            self.call(seer, "select from sparc.start_session(%s)", session.id)
        elif session.status == "paused":
            if seer.kind != "hostile":
                self.call(seer, "select from sparc.resume_session(%s)", session.id)
        else:
            steps: tuple[tuple[str, ...], ...] = (
                ("select from sparc.start_encounter(%s, 'ambush')",),
                ("select from sparc.pause_session(%s)",),
                ("select from sparc.end_session(%s)",),
            )
            if seer.kind == "hostile":
                steps = (("select from sparc.pause_session(%s)",),)
            self.call(seer, self.chance.choice(steps)[0], session.id)

    def adventure_on(self, person: Person, seat: Any) -> None:
        """Let a player take a step."""
        if not seat.is_active:
            if person.kind == "fickle" and self.chance.random() < 0.3:
                self.call(
                    person, "select from sparc.join_session(%s, %s)", seat.code, seat.character_id
                )
        elif person.kind == "fickle" and self.chance.random() < 0.1:
            self.call(person, "select from sparc.leave_session(%s)", seat.session_id)
        elif seat.status == "active" and self.chance.random() < 0.3:
            roll = self.call(
                person,
                "select id from sparc.declare_roll(%s, %s, 'might', 9)",
                seat.session_id,
                seat.character_id,
            )
            if roll and person.kind == "quick":
                self.call(person, "select from sparc.throw_roll(%s)", roll.id)


@pytest.fixture
def evening(fresh_database: str) -> Iterator[Evening]:
    """People of every kind, an adventure, and short bounds."""
    connection = psycopg.connect(fresh_database, autocommit=True, row_factory=namedtuple_row)
    for name, value in SETTINGS.items():
        connection.execute(
            "update core.settings set value = to_jsonb(%s::integer) where name = %s", [value, name]
        )
    chance = random.Random(SEED)
    number = max(40, GAMES // 2)
    people = [
        Person(f"p{n}", KINDS[n % len(KINDS)], uuid.UUID(int=chance.getrandbits(128)))
        for n in range(number)
    ]
    made = Evening(connection, chance, people)
    made.set_clock()
    connection.execute(CLOCK.encode())
    for person in people:
        connection.execute(
            "insert into auth.users (id, email, raw_user_meta_data) values (%s, %s, %s)",
            [person.id, f"{person.name}@example.org", json.dumps({"display_name": person.name})],
        )
    for person in people:
        made.call(
            person, "select from cards.upsert_player(%s, %s, 'teal')", person.name, person.name
        )
        for n in range(3):
            row = made.call(
                person, "select id from sparc.create_character(%s, 'rogue')", f"{person.name} {n}"
            )
            person.characters.append(row.id)
    author = people[0]
    made.adventure = made.call(
        author,
        "insert into sparc.adventures (creator_id, name, difficulty) values (%s, 'Bell', 'hard') returning id",
        author.id,
    ).id
    made.call(author, "select from sparc.publish_adventure(%s)", made.adventure)
    yield made
    connection.close()


def poison(evening: Evening) -> uuid.UUID:
    """Begin a game whose log cannot go on, and return it."""
    host, guest = [person for person in evening.people if person.kind == "quick"][:2]
    made = evening.call(
        host,
        "select game_id, join_code from cards.create_game(%s)",
        json.dumps({"maxPlayers": 2, "turnSeconds": TURN}),
    )
    evening.call(guest, "select from cards.join_game(%s)", made.join_code)
    evening.call(host, "select cards.start_game(%s)", made.game_id)
    evening.call(host, "select cards.continue_game(%s)", made.game_id)
    evening.ask(
        "update cards.game_states set state.bids = null, state.player_ids[1] = 'nobody', state.player_ids[2] = 'nobody',"
        " turn_deadline = core.wall_clock() - interval '1 hour', warned_at = core.wall_clock() - interval '1 hour'"
        " where game_id = %s returning game_id",
        made.game_id,
    )
    return made.game_id


def open_games(evening: Evening, but: Sequence[uuid.UUID]) -> list[Any]:
    """Return the games that are neither completed nor closed."""
    return evening.ask(
        "select g.id, g.status, (s.state).phase from cards.games as g"
        " join cards.game_states as s on s.game_id = g.id"
        " where g.status <> 'completed' and to_jsonb(g) ->> 'closed_at' is null and g.id <> all (%s)",
        list(but),
    )


def test_everything_ends_and_nobody_waits_beyond_the_bounds(evening: Evening) -> None:
    poisoned = poison(evening)
    rooms, sessions = GAMES, SESSIONS
    # The evening: rooms and sessions open one after the other while people play.
    last = 150
    while evening.now < last:
        for _ in range(-(-GAMES // 30)):
            if rooms:
                rooms -= 1
                evening.open_room()
        for _ in range(-(-SESSIONS // 30)):
            if sessions:
                sessions -= 1
                evening.open_session()
        evening.in_rooms()
        evening.at_tables()
        evening.in_sessions()
        evening.tick()
    assert rooms == sessions == 0

    # Everybody goes home without a word. What is still open ends by itself.
    for person in evening.people:
        person.kind = "silent"
    end = evening.now + WAIT_FOR_END
    while evening.now < end and open_games(evening, [poisoned]):
        evening.tick(UPKEEP)
    assert not evening.complaints, "\n".join(evening.complaints[:20])
    assert open_games(evening, [poisoned]) == []

    # A session that is active waits for its Seer, and holds nobody: players leave, and the service hands it over.
    for seat in evening.ask(
        "select p.session_id, p.user_id from sparc.session_players as p join sparc.sessions as s on s.id = p.session_id"
        " where p.is_active and s.status = 'active'"
    ):
        person = evening.person(seat.user_id)
        assert person
        assert evening.call(person, "select * from sparc.leave_session(%s)", seat.session_id)
    heir = evening.people[0]
    for session in evening.ask(
        "select id, status from sparc.sessions where status not in ('completed', 'cancelled')"
    ):
        assert session.status == "active", "whatever else waits was ended by upkeep"
        evening.be("service_role")
        evening.connection.execute(
            "select from sparc.transfer_session(%s, %s)", [session.id, heir.id]
        )
        assert evening.call(heir, "select * from sparc.end_session(%s)", session.id)
    assert (
        evening.ask("select id from sparc.sessions where status not in ('completed', 'cancelled')")
        == []
    )

    # The poisoned log stopped itself alone, and health names it.
    evening.be("service_role")
    (turns,) = evening.connection.execute(
        "select ok, detail from core.health() where name = 'cards.turns'"
    ).fetchall()
    assert not turns.ok
    assert turns.detail.startswith("1 games")
    assert str(poisoned) in turns.detail

    # It was an evening: games were played to their end, and every kind of ending happened.
    (ended,) = evening.ask(
        "select count(*) filter (where g.status = 'completed') as games,"
        " (select count(*) from sparc.sessions where status = 'completed') as completed,"
        " (select count(*) from sparc.sessions where status = 'cancelled') as cancelled,"
        " (select count(*) from cards.game_events where type = 'player_marked_absent') as absent"
        " from cards.games as g"
    )
    few = 5
    assert min(ended.games, ended.completed, ended.cancelled, ended.absent) >= few, ended
