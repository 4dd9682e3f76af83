"""People leave: whatever state of a card game they are in, their names go, the games of the others go on, the logs stay.

Each state is played by its own people over the public calls, each call a transaction. Then the sign-up is deleted.
"""

from __future__ import annotations

import itertools
import json
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg.types.json import Jsonb

from runner.pytest_plugin import PROFILE, dropped_after

GONE = "Gone player"
ACCOUNT_CLOSED = "KG010"
CANNOT_MERGE = "KG011"
OLD_LOG = [
    json.loads(line)
    for line in (Path(__file__).parent / "logs" / "version_1.jsonl").read_text().splitlines()
]
NUMBERS = itertools.count(10)


@dataclass
class Person:
    """Somebody with an account and a profile, no value of which anybody else has."""

    id: uuid.UUID = field(default_factory=uuid.uuid4)
    number: int = field(default_factory=lambda: next(NUMBERS))
    player: str = ""

    @property
    def name(self) -> str:
        return f"Zquark {self.number}"

    @property
    def values(self) -> list[str]:
        """What is personal."""
        return [self.name, f"zquark-avatar-{self.number}", f"#7a{self.number:04}"]


class Stage:
    """A database in which people play."""

    def __init__(self, conninfo: str) -> None:
        self.conn = psycopg.connect(conninfo, autocommit=True)

    def call(self, who: Person | str, query: str, *values: object) -> Any:
        """Call as a person, as the service or as the owner, in a transaction of its own; return the first row's first value."""
        with self.conn.transaction():
            if isinstance(who, Person):
                self.conn.execute("select test.as_user(%s)", [who.id])
            elif who == "service":
                self.conn.execute("select test.as_service()")
            cursor = self.conn.execute(query.encode(), values)
            row = cursor.fetchone() if cursor.description else None
        return row[0] if row else None

    def one(self, query: str, *values: object) -> Any:
        return self.call("owner", query, *values)

    def person(self) -> Person:
        """Sign somebody up and give them a profile."""
        person = Person()
        self.one("insert into auth.users (id) values (%s)", person.id)
        person.player = self.call(
            person, "select id::text from cards.upsert_player(%s, %s, %s)", *person.values
        )
        return person

    def room(self, *people: Person, public: bool = False) -> str:
        """Seat people in a lobby that the first one hosts."""
        game, code = self.call(
            people[0],
            "select array[game_id::text, join_code] from cards.create_game('{}', %s)",
            public,
        )
        for person in people[1:]:
            self.call(person, "select cards.join_game(%s)", code)
        return game

    def code(self, game: str) -> str:
        return self.one("select join_code from cards.room_directory where game_id = %s", game)

    def running(self, *people: Person, public: bool = False) -> str:
        """Begin a game and deal."""
        game = self.room(*people, public=public)
        self.call(people[0], "select cards.start_game(%s)", game)
        self.call(people[0], "select cards.continue_game(%s)", game)
        return game

    def in_turn(self, game: str, *people: Person) -> Person:
        turn = self.call("service", "select cards.player_view(%s) ->> 'turnPlayerId'", game)
        return next(person for person in people if person.player == turn)

    def finish(self, game: str) -> None:
        """Let the service play a game to its end."""
        while self.one("select status from cards.games where id = %s", game) == "in_progress":
            if (
                self.call("service", "select cards.player_view(%s) ->> 'waitingFor'", game)
                == "continue"
            ):
                self.call("service", "select cards.continue_game(%s)", game)
            else:
                self.call("service", "select cards.forfeit_turn(%s)", game)

    def completed(self, *people: Person) -> str:
        game = self.running(*people)
        self.finish(game)
        return game

    def log(self, game: str) -> list[Any]:
        return self.one(
            "select coalesce(jsonb_agg(to_jsonb(e) order by e.event_index), '[]') from cards.game_events as e where e.game_id = %s",
            game,
        )

    def problems(self, game: str) -> list[Any]:
        return self.one(
            "select coalesce(jsonb_agg(to_jsonb(p)), '[]') from cards.verify_game(%s) as p", game
        )

    def stored(self) -> str:
        """Return everything that cards stores, as text."""
        tables = self.one(
            "select array_agg(c.oid::regclass::text) from pg_class as c"
            " where c.relnamespace = 'cards'::regnamespace and c.relkind in ('r', 'p', 'm')"
        )
        assert "cards.game_events" in tables
        return "".join(
            self.one(f"select coalesce(string_agg(t::text, ''), '') from {table} as t")
            for table in tables
        )

    def delete(self, person: Person) -> None:
        """Delete the sign-up, as an identity service does."""
        self.one("delete from auth.users where id = %s", person.id)


@pytest.fixture(scope="module")
def stage(test_databases: Any, request: pytest.FixtureRequest) -> Iterator[Stage]:
    """A database of this module's own, which keeps what is committed."""
    for name in dropped_after(test_databases, request.config.stash[PROFILE], main=False):
        stage = Stage(test_databases.server.conninfo(name))
        stage.one(
            "update core.settings set value = '1000000' where name = 'cards.lobby_calls_per_minute'"
        )
        yield stage
        stage.conn.close()


@dataclass
class Scene:
    """Who goes, who stays, in which games, and what is to be seen afterwards."""

    gone: Person
    others: list[Person]
    games: list[str]
    after: Callable[[], None] = lambda: None


def host_of_a_lobby(stage: Stage) -> Scene:
    host, *others = people = [stage.person() for _ in range(3)]
    game = stage.room(*people)

    def after() -> None:
        view = stage.call(others[0], "select cards.player_view(%s)", game)
        assert [p["playerId"] for p in view["players"]] == [p.player for p in others]
        assert view["isHost"]
        stage.call(others[0], "select cards.start_game(%s)", game)

    return Scene(host, others, [game], after)


def alone_in_a_lobby(stage: Stage) -> Scene:
    host = stage.person()
    game = stage.room(host)

    def after() -> None:
        assert stage.one("select closed_at is not null from cards.games where id = %s", game)

    return Scene(host, [], [game], after)


def seated_in_a_lobby(stage: Stage) -> Scene:
    host, gone = stage.person(), stage.person()
    game = stage.room(host, gone)

    def after() -> None:
        view = stage.call(host, "select cards.player_view(%s)", game)
        assert [p["playerId"] for p in view["players"]] == [host.player]

    return Scene(gone, [host], [game], after)


def plays_on(stage: Stage, game: str, gone: Person, other: Person) -> Callable[[], None]:
    """Return what has to be true of a running game that somebody went out of."""

    def after() -> None:
        view = stage.call(other, "select cards.player_view(%s)", game)
        seat = next(p for p in view["players"] if p["playerId"] == gone.player)
        assert (seat["hasLeft"], seat["displayName"], seat["isComingBack"]) == (True, GONE, False)
        stage.finish(game)
        absent = [
            e["payload"]["playerId"] for e in stage.log(game) if e["type"] == "player_marked_absent"
        ]
        assert gone.player in absent
        players = stage.call(other, "select (cards.game_summary(%s)).players", game)
        assert {p["playerId"]: p["displayName"] for p in players}[gone.player] == GONE

    return after


def in_turn_in_a_running_game(stage: Stage) -> Scene:
    people = [stage.person() for _ in range(3)]
    game = stage.running(*people)
    gone = stage.in_turn(game, *people)
    others = [p for p in people if p is not gone]
    return Scene(gone, others, [game], plays_on(stage, game, gone, others[0]))


def not_in_turn_in_a_running_game(stage: Stage) -> Scene:
    people = [stage.person() for _ in range(3)]
    game = stage.running(*people)
    stays = stage.in_turn(game, *people)
    gone, *rest = [p for p in people if p is not stays]

    def after() -> None:
        assert stage.call(stays, "select (cards.place_bid(%s, 1)).accepted", game)
        plays_on(stage, game, gone, stays)()

    return Scene(gone, [stays, *rest], [game], after)


def before_the_deal(stage: Stage) -> Scene:
    host, gone = stage.person(), stage.person()
    game = stage.room(host, gone)
    stage.call(host, "select cards.start_game(%s)", game)
    return Scene(gone, [host], [game], plays_on(stage, game, gone, host))


def whose_turn_is_forfeit(stage: Stage) -> Scene:
    people = [stage.person() for _ in range(3)]
    game = stage.running(*people)
    gone = stage.in_turn(game, *people)
    others = [p for p in people if p is not gone]
    stage.one("select test.cards_run_out(%s)", game)
    stage.call(others[0], "select cards.forfeit_turn(%s)", game)
    return Scene(gone, others, [game], plays_on(stage, game, gone, others[0]))


def while_another_turn_is_forfeit(stage: Stage) -> Scene:
    people = [stage.person() for _ in range(3)]
    game = stage.running(*people)
    silent = stage.in_turn(game, *people)
    gone, other = (p for p in people if p is not silent)
    stage.one("select test.cards_run_out(%s)", game)
    stage.call(other, "select cards.forfeit_turn(%s)", game)

    def after() -> None:
        assert stage.one(
            "select is_due and is_forfeit from cards.game_states where game_id = %s", game
        )
        plays_on(stage, game, gone, other)()

    return Scene(gone, [silent, other], [game], after)


def who_has_left(stage: Stage) -> Scene:
    host, gone = stage.person(), stage.person()
    game = stage.running(host, gone)
    stage.call(gone, "select cards.leave_game(%s)", game)
    return Scene(gone, [host], [game], plays_on(stage, game, gone, host))


def who_comes_back(stage: Stage) -> Scene:
    host, gone = stage.person(), stage.person()
    game = stage.running(host, gone)
    stage.call(gone, "select cards.leave_game(%s)", game)
    stage.call(gone, "select cards.join_game(%s)", stage.code(game))
    assert stage.one("select coming_back > 0 from cards.game_states where game_id = %s", game)
    return Scene(gone, [host], [game], plays_on(stage, game, gone, host))


def absent(stage: Stage) -> Scene:
    people = [stage.person() for _ in range(2)]
    game = stage.running(*people)
    stage.one("update core.settings set value = '1' where name = 'cards.absent_after'")
    gone = stage.in_turn(game, *people)
    stage.call("service", "select cards.forfeit_turn(%s)", game)
    stage.one("update core.settings set value = '3' where name = 'cards.absent_after'")
    assert "player_marked_absent" in [e["type"] for e in stage.log(game)]
    other = next(p for p in people if p is not gone)
    return Scene(gone, [other], [game], plays_on(stage, game, gone, other))


def last_person_of_a_game(stage: Stage) -> Scene:
    host, gone = stage.person(), stage.person()
    game = stage.running(host, gone)
    stage.call(host, "select cards.leave_game(%s)", game)
    return Scene(gone, [host], [game], plays_on(stage, game, gone, host))


def spectator(stage: Stage) -> Scene:
    people = [stage.person() for _ in range(2)]
    game = stage.running(*people)
    gone = stage.person()
    stage.call(gone, "select cards.spectate(%s)", game)

    def after() -> None:
        view = stage.call(people[0], "select cards.player_view(%s)", game)
        assert view["spectators"] == []
        assert stage.in_turn(game, *people)

    return Scene(gone, people, [game], after)


def kicked(stage: Stage) -> Scene:
    host, gone = stage.person(), stage.person()
    game = stage.room(host, gone)
    stage.call(host, "select cards.kick_player(%s, %s)", game, gone.player)
    return Scene(gone, [host], [game])


def player_of_a_completed_game(stage: Stage) -> Scene:
    people = [stage.person() for _ in range(3)]
    game = stage.completed(*people)
    before = stage.call(people[0], "select (cards.game_summary(%s)).players", game)
    winner = next(p["playerId"] for p in before if p["isWinner"])
    gone = next(p for p in people if p.player == winner)
    others = [p for p in people if p is not gone]
    statistics = stage.one(
        "select to_jsonb(s) from cards.player_lifetime_stats as s where player_id = %s", gone.player
    )

    def after() -> None:
        players = stage.call(others[0], "select (cards.game_summary(%s)).players", game)
        assert players == [
            p | ({"displayName": GONE} if p["playerId"] == winner else {}) for p in before
        ]
        assert statistics == stage.one(
            "select to_jsonb(s) from cards.player_lifetime_stats as s where player_id = %s",
            gone.player,
        )
        replayed = stage.call(others[0], "select cards.state_document(cards.replay(%s))", game)
        assert replayed["cumulativeScores"] == {p["playerId"]: p["score"] for p in before}
        told = stage.call(
            others[0],
            "select jsonb_agg(e.payload -> 'profile' -> 'displayName' order by e.event_index)"
            " from cards.list_events(%s, -1, 10) as e where e.type = 'player_joined'",
            game,
        )
        assert told == [GONE if p is gone else p.name for p in people]

    return Scene(gone, others, [game], after)


def player_of_a_voided_game(stage: Stage) -> Scene:
    people = [stage.person() for _ in range(3)]
    game = stage.running(*people)
    stage.call("service", "select cards.void_game(%s, 'restored to noon')", game)
    gone, *others = people

    def after() -> None:
        view = stage.call(others[0], "select cards.player_view(%s)", game)
        assert [p["displayName"] for p in view["players"]] == [GONE, *(p.name for p in others)]
        assert (
            len(stage.log(game))
            == stage.call("service", "select cards.void_game(%s, 'x')", game) + 1
        )

    return Scene(gone, others, [game], after)


def player_of_a_game_that_is_voided_later(stage: Stage) -> Scene:
    people = [stage.person() for _ in range(3)]
    game, lobby = stage.running(*people), stage.room(*people)
    gone, *others = people

    def after() -> None:
        for one in (game, lobby):
            stage.call("service", "select cards.void_game(%s, 'restored to noon')", one)
            assert stage.log(one)[-1]["type"] == "game_voided"
        assert GONE in json.dumps(stage.call(others[0], "select cards.player_view(%s)", game))

    return Scene(gone, others, [game, lobby], after)


def account_that_is_closed(stage: Stage) -> Scene:
    host, gone = stage.person(), stage.person()
    game = stage.running(host, gone)
    stage.call(gone, "select core.close_account()")
    return Scene(gone, [host], [game], plays_on(stage, game, gone, host))


def account_that_a_guest_was_merged_into(stage: Stage) -> Scene:
    guest, gone, other = (stage.person() for _ in range(3))
    over = stage.completed(guest, other)
    game = stage.running(guest, other)
    stage.call("service", "select core.merge_accounts(%s, %s)", guest.id, gone.id)

    def after() -> None:
        plays_on(stage, game, gone, other)()
        stored = stage.stored()
        assert [value for value in guest.values if value in stored] == []
        assert stage.problems(over) == []

    return Scene(gone, [other], [over, game], after)


def in_everything_at_once(stage: Stage) -> Scene:
    gone, *others = people = [stage.person() for _ in range(3)]
    over, lobby, game = stage.completed(*people), stage.room(*people), stage.running(*people)
    watched = stage.running(*others)
    stage.call(gone, "select cards.spectate(%s)", watched)
    stage.call(gone, "select cards.matchmake()")
    return Scene(gone, others, [over, lobby, game, watched], plays_on(stage, game, gone, others[0]))


STATES = [
    host_of_a_lobby,
    alone_in_a_lobby,
    seated_in_a_lobby,
    in_turn_in_a_running_game,
    not_in_turn_in_a_running_game,
    before_the_deal,
    whose_turn_is_forfeit,
    while_another_turn_is_forfeit,
    who_has_left,
    who_comes_back,
    absent,
    last_person_of_a_game,
    spectator,
    kicked,
    player_of_a_completed_game,
    player_of_a_voided_game,
    player_of_a_game_that_is_voided_later,
    account_that_is_closed,
    account_that_a_guest_was_merged_into,
    in_everything_at_once,
]


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_whoever_is_deleted_is_gone_and_nothing_else_is(
    stage: Stage, state: Callable[[Stage], Scene]
) -> None:
    scene = state(stage)
    logs = {game: stage.log(game) for game in scene.games}
    stored = stage.stored()
    assert all(value in stored for value in scene.gone.values)

    stage.delete(scene.gone)

    stored = stage.stored()
    assert [value for value in scene.gone.values if value in stored] == []
    for other in scene.others:
        assert all(value in stored for value in other.values)
    for game, log in logs.items():
        assert stage.log(game)[: len(log)] == log, "what was written stays as it was"
        assert stage.problems(game) == []
    with pytest.raises(psycopg.Error) as caught:
        stage.call(scene.gone, "select cards.matchmake()")
    assert caught.value.sqlstate == ACCOUNT_CLOSED
    scene.after()
    for game in scene.games:
        assert stage.problems(game) == []
    counts = {game: len(stage.log(game)) for game in scene.games}
    stage.one("select core.run_person_hooks('erase', %s)", scene.gone.id)
    assert counts == {game: len(stage.log(game)) for game in scene.games}, "erased twice is once"


def test_a_player_without_an_account_is_erased_by_its_id(stage: Stage) -> None:
    log = json.loads(
        json.dumps(OLD_LOG).replace("Wilma", "Zquarkless").replace("wilma-7", "zquarkless-7")
    )
    game = stage.call("service", "select cards.import_game(%s)::text", Jsonb(log))
    running = stage.call("service", "select cards.import_game(%s)::text", Jsonb(log[:100]))
    player = log[1]["payload"]["playerId"]
    before = stage.call("service", "select cards.export_game(%s)", game)
    assert "quarkless" in stage.stored()
    stage.call("service", "select core.erase_person(%s, 'asked by mail')", player)
    assert "quarkless" not in stage.stored()
    assert stage.call("service", "select cards.export_game(%s)", game) == before
    players = stage.call("service", "select (cards.game_summary(%s)).players", game)
    assert [p["displayName"] for p in players] == [GONE, "Otto the Great", "Nils", "Bot Ada"]
    assert stage.problems(game) == stage.problems(running) == []
    again = {
        "type": "profile_updated",
        "payload": log[1]["payload"] | {"profile": {"displayName": "Zquarkless"}},
    }
    index = len(stage.log(running))
    stage.call("service", "select cards.append_events(%s, %s, %s)", running, index, Jsonb([again]))
    stage.call("service", "select cards.import_game(%s)", Jsonb(log))
    assert "quarkless" not in stage.stored(), "no later log brings the name back"


def test_a_game_that_cannot_go_on_keeps_nobody(stage: Stage) -> None:
    host, gone = stage.person(), stage.person()
    stuck, game = stage.running(host, gone), stage.running(host, gone)
    stage.one(
        "update cards.game_states set state.phase = 'trick_end', state.best_seat = null where game_id = %s",
        stuck,
    )
    stage.delete(gone)
    assert not [value for value in gone.values if value in stage.stored()]
    assert "problem" in stage.one(
        "select jsonb_object_agg('problem', problem) filter (where problem is not null)::text"
        " from cards.game_states where game_id = %s",
        stuck,
    )
    plays_on(stage, game, gone, host)()


def test_a_closed_account_is_out_of_sight_and_comes_back_as_it_was(stage: Stage) -> None:
    host, away = stage.person(), stage.person()
    game = stage.running(host, away)
    over = stage.completed(host, away)
    stage.call(away, "select core.close_account()")
    shown = [
        stage.call(host, "select cards.player_view(%s)", game),
        stage.call(host, "select (cards.game_summary(%s)).players", over),
        stage.call(host, "select jsonb_agg(to_jsonb(l)) from cards.leaderboard() as l"),
        stage.call(host, "select jsonb_agg(to_jsonb(e)) from cards.list_events(%s) as e", over),
        stage.call(
            host,
            "select jsonb_agg(to_jsonb(p)) from (select id, display_name, avatar_seed, color from cards.players) as p",
        ),
    ]
    assert not [value for value in away.values if value in json.dumps(shown)]
    assert json.dumps(shown).count(GONE) >= 4
    with pytest.raises(psycopg.Error) as caught:
        stage.call(away, "select cards.player_view(%s)", game)
    assert caught.value.sqlstate == ACCOUNT_CLOSED

    stage.call(away, "select core.reopen_account()")
    profile = stage.call(
        away,
        "select array[display_name, avatar_seed, color] from cards.players where id = %s",
        away.player,
    )
    assert profile == away.values
    stage.call(away, "select cards.join_game(%s)", stage.code(game))
    stage.finish(game)
    assert "player_reconnected" in [e["type"] for e in stage.log(game)]
    assert stage.problems(game) == []


def test_seats_and_statistics_of_a_guest_go_to_the_account(stage: Stage) -> None:
    guest, account, other = (stage.person() for _ in range(3))
    finished = [
        stage.completed(guest, other),
        stage.completed(account, other),
        stage.completed(guest, other),
    ]
    lobby, game = stage.room(guest, other), stage.running(guest, other)
    watched = stage.running(other, stage.person())
    stage.call(guest, "select cards.spectate(%s)", watched)
    logs = {over: stage.log(over) for over in finished}
    stage.call("service", "select core.merge_accounts(%s, %s)", guest.id, account.id)

    view = stage.call(account, "select cards.player_view(%s)", game)
    assert view["playerId"] == account.player
    assert [p["playerId"] for p in view["players"]] == [account.player, other.player]
    assert len(view["hand"]) == 10
    assert stage.call(account, "select cards.player_view(%s)", lobby)["isHost"]
    assert stage.call(account, "select cards.player_view(%s)", watched)["spectators"] == [
        account.player
    ]
    assert {over: stage.log(over) for over in finished} == logs
    stage.finish(game)
    assert all(stage.problems(one) == [] for one in (*finished, lobby, game, watched))
    games = stage.one(
        "select games_played from cards.player_lifetime_stats where player_id = %s", account.player
    )
    assert games == 4
    assert (
        stage.one(
            "select count(*) from cards.player_lifetime_stats where player_id = %s", guest.player
        )
        == 0
    )
    kept = (
        "select jsonb_agg(to_jsonb(s) order by s.player_id) from cards.player_lifetime_stats as s"
    )
    before = stage.one(kept)
    stage.call("service", "select cards.rebuild_lifetime_stats()")
    assert stage.one(kept) == before
    stage.one("select core.run_person_hooks('merge', %s, %s)", guest.id, account.id)
    assert stage.one(kept) == before, "merged twice is once"


def test_an_account_without_a_player_takes_the_guest_s(stage: Stage) -> None:
    guest, other, account = stage.person(), stage.person(), Person()
    game = stage.running(guest, other)
    stage.one("insert into auth.users (id) values (%s)", account.id)
    events = len(stage.log(game))
    stage.call("service", "select core.merge_accounts(%s, %s)", guest.id, account.id)
    view = stage.call(account, "select cards.player_view(%s)", game)
    assert [p["displayName"] for p in view["players"]] == [guest.name, other.name]
    assert view["playerId"] == stage.one("select cards.player_id_of(%s)::text", str(account.id))
    assert len(stage.log(game)) == events + 1
    assert stage.problems(game) == []


def test_a_game_is_voided_before_or_after_two_accounts_become_one(stage: Stage) -> None:
    """A voided game stays the guest's and counts for nobody; one that is voided later was the account's."""
    guest, account, other = (stage.person() for _ in range(3))
    void = "select cards.void_game(%s, 'restored to noon')"
    before, after = stage.running(guest, other), stage.running(guest, other)
    stage.call("service", void, before)
    log = stage.log(before)
    stage.call("service", "select core.merge_accounts(%s, %s)", guest.id, account.id)
    assert stage.log(before) == log
    stage.call("service", void, after)
    players = "select jsonb_object_agg(p.game_id, p.player_id) from cards.game_players as p where p.player_id in (%s, %s)"
    assert stage.one(players, guest.player, account.player) == {
        before: guest.player,
        after: account.player,
    }
    assert stage.problems(before) == stage.problems(after) == []
    games = "select count(*) from cards.player_lifetime_stats where player_id in (%s, %s)"
    assert stage.one(games, guest.player, account.player) == 0
    stage.call("service", "select cards.rebuild_lifetime_stats()")
    assert stage.one(games, guest.player, account.player) == 0
    stage.delete(account)
    stored = stage.stored()
    assert [value for value in (*guest.values, *account.values) if value in stored] == []


def test_two_who_both_sat_in_a_voided_game_are_merged(stage: Stage) -> None:
    """It is over, so nothing of it has to move."""
    guest, account, other = (stage.person() for _ in range(3))
    game = stage.running(guest, account, other)
    stage.call("service", "select cards.void_game(%s, 'restored to noon')", game)
    stage.call("service", "select core.merge_accounts(%s, %s)", guest.id, account.id)
    assert stage.problems(game) == []


def test_two_who_sit_in_one_game_are_not_merged(stage: Stage) -> None:
    guest, account, other = (stage.person() for _ in range(3))
    free = stage.running(guest, other)
    game = stage.running(guest, account, other)
    with pytest.raises(psycopg.Error) as caught:
        stage.call("service", "select core.merge_accounts(%s, %s)", guest.id, account.id)
    assert caught.value.sqlstate == CANNOT_MERGE
    assert json.loads(caught.value.diag.message_detail or "")["gameId"] == game
    assert stage.call(guest, "select cards.player_view(%s) ->> 'playerId'", free) == guest.player


def pages(stage: Stage, person: Person | str, size: int) -> list[dict[str, Any]]:
    """Return all rows of the export of cards, page by page."""
    after: dict[str, Any] | None = None
    rows: list[dict[str, Any]] = []
    while True:
        query = "select jsonb_agg(to_jsonb(r)) from core.export_my_data('cards', %s, %s) as r"
        page = stage.call(person, query, Jsonb(after) if after else None, size) or []
        assert len(page) <= size
        if not page:
            return rows
        rows += page
        after = {key: page[-1][key] for key in ("system", "table_name", "key")}


def test_a_person_gets_all_that_is_stored_of_them_and_nothing_of_others(stage: Stage) -> None:
    guest, gone, other = people = [stage.person() for _ in range(3)]
    games = [
        stage.completed(guest, other),
        stage.completed(gone, other),
        stage.running(gone, other),
    ]
    stage.call("service", "select core.merge_accounts(%s, %s)", guest.id, gone.id)
    watched = stage.running(other, stage.person())
    stage.call(gone, "select cards.spectate(%s)", watched)
    rows = pages(stage, gone, 2)
    assert rows == pages(stage, gone, 1000)
    keys = [(row["table_name"], [str(part) for part in row["key"]]) for row in rows]
    assert keys == sorted(keys)
    assert len({json.dumps(key) for key in keys}) == len(keys)
    text = json.dumps(rows)
    assert all(value in text for value in guest.values + gone.values)
    assert not [value for value in other.values if value in text]
    assert {
        row["row"]["game_id"] for row in rows if row["table_name"] == "cards.game_players"
    } == set(games)
    assert watched in text
    assert len(people) == 3
    stage.call(gone, "select core.close_account()")
    assert all(value in json.dumps(pages(stage, gone, 100)) for value in gone.values)
