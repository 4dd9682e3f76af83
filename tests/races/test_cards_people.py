"""Who leaves while others play: an erasure beside moves, starts, completions and other erasures."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest
from tests.connections import at_once, row, wait_until_blocked
from tests.races.test_cards import Table

Connect = Callable[..., psycopg.Connection]

STATE_ERROR = "KG005"
FORBIDDEN = "KG003"
NOT_FOUND = "KG004"
ACCOUNT_CLOSED = "KG010"
ERASE = "select kind from core.erase_person(%s, 'asked by mail')"
ERASED = ("erased",)
TIMES = 5


@pytest.fixture
def table(fresh_database: str, connect: Connect) -> Callable[..., Table]:
    """Make tables in a database of the test's own."""

    def make(players: int) -> Table:
        game = Table(fresh_database, connect, players)
        for number, seat in enumerate(game.seats):
            seat.execute(
                "select cards.upsert_player(%s, 'zquark', '#7a0001')", [name(game, number)]
            )
        return game

    return make


def name(game: Table, seat: int) -> str:
    """Return the name of a person that nobody else has."""
    return f"Zq {game.users[seat].hex[:16]}"


def service(game: Table) -> psycopg.Connection:
    """Open a connection of the service."""
    connection = game.connect(conninfo=game.conninfo)
    connection.execute("set role service_role")
    return connection


def is_gone(game: Table, seat: int) -> bool:
    """Tell whether the name of a person stands nowhere any more, and whether the game is sound."""
    game.sound()
    found = game.one(
        game.owner,
        "select count(*) from (select p::text from cards.players as p union all select e::text from cards.game_events as e"
        " union all select s::text from cards.game_states as s union all select s::text from cards.game_summaries as s"
        " union all select n::text from cards.named_results as n"
        " union all select c::text from cards.closed_profiles as c) as t (line) where strpos(t.line, %s) > 0",
        [name(game, seat)],
    )
    return found == (0,)


def legal_card(game: Table, seat: int) -> str:
    """Return a card that the person in turn may play."""
    return game.one(game.seats[seat], "select * from cards.legal_moves(%s) limit 1", [game.game])[0]


def test_a_card_is_played_while_somebody_else_is_erased(table: Callable[..., Table]) -> None:
    """Whichever comes first, the card counts, the person is gone, and the game goes on."""
    for _ in range(TIMES):
        game = table(3)
        game.start()
        game.play(0, "playing")
        turn = game.turn()
        gone = (turn + 1) % 3
        play = row(
            game.seats[turn],
            "select accepted, error from cards.play_card(%s, %s)",
            [game.game, legal_card(game, turn)],
        )
        played, erased = at_once([play, row(service(game), ERASE, [game.users[gone]])])
        assert played == (True, None)
        assert erased == ERASED
        assert is_gone(game, gone)
        assert game.count("player_left") == 1
        assert game.count("card_played") >= 1


def test_a_card_is_played_by_who_is_erased(table: Callable[..., Table]) -> None:
    """Either the card was played, or the account was closed before; the person is gone."""
    for _ in range(TIMES):
        game = table(2)
        game.start()
        game.play(0, "playing")
        turn = game.turn()
        play = row(
            game.seats[turn],
            "select accepted, error from cards.play_card(%s, %s)",
            [game.game, legal_card(game, turn)],
        )
        played, erased = at_once([play, row(service(game), ERASE, [game.users[turn]])])
        assert played in ((True, None), ACCOUNT_CLOSED, STATE_ERROR)
        assert erased == ERASED
        assert is_gone(game, turn)


def test_the_host_starts_while_somebody_is_erased(table: Callable[..., Table]) -> None:
    """The game begins, with the person's seat or without; either way the person is gone from it."""
    for _ in range(TIMES):
        game = table(3)
        start = row(game.seats[0], "select cards.start_game(%s)", [game.game])
        started, erased = at_once([start, row(service(game), ERASE, [game.users[1]])])
        assert isinstance(started, tuple)
        assert erased == ERASED
        assert is_gone(game, 1)
        assert game.count("round_started") == 1
        assert game.count("player_left") == 1


def test_the_host_is_erased_while_starting(table: Callable[..., Table]) -> None:
    """The game begins, or the start comes too late; either way the host is gone and the others can play."""
    for _ in range(TIMES):
        game = table(3)
        start = row(game.seats[0], "select cards.start_game(%s)", [game.game])
        started, erased = at_once([start, row(service(game), ERASE, [game.users[0]])])
        assert isinstance(started, tuple) or started in (ACCOUNT_CLOSED, FORBIDDEN, NOT_FOUND)
        assert erased == ERASED
        assert is_gone(game, 0)
        if not isinstance(started, tuple):
            game.seats[1].execute("select cards.start_game(%s)", [game.game])
        assert game.count("round_started") == 1
        game.sound()


def test_the_last_card_is_played_while_somebody_is_erased(table: Callable[..., Table]) -> None:
    """The game completes once, with a result for both."""
    game = table(2)
    game.play_to_the_last_card()
    turn = game.turn()
    gone = 1 - turn
    play = row(
        game.seats[turn],
        "select accepted, error from cards.play_card(%s, %s)",
        [game.game, legal_card(game, turn)],
    )
    played, erased = at_once([play, row(service(game), ERASE, [game.users[gone]])])
    assert played == (True, None)
    assert erased == ERASED
    assert is_gone(game, gone)
    assert game.count("game_completed") == 1
    assert game.one(
        game.owner, "select count(*) from cards.game_players where score is not null", []
    ) == (2,)


def test_no_result_is_kept_with_a_name_that_is_just_changing(table: Callable[..., Table]) -> None:
    """Upkeep passes over the game and waits for nobody; who gets a name while it runs waits, and the result goes."""
    game = table(2)
    game.start()
    game.play()
    for row_of_game in (
        "games as t set is_public = true where t.id",
        "game_summaries as t set is_public = true where t.game_id",
    ):
        game.owner.execute("set session_replication_role = replica")
        game.owner.execute(f"update cards.{row_of_game} = %s".encode(), [game.game])
        game.owner.execute("set session_replication_role = origin")
    rename = "select cards.upsert_player('Zq new', 'zquark', '#7a0002')"
    upkeep, kept = "select cards.upkeep_results()", "select count(*) from cards.named_results"
    renamer, keeper = game.seats[1], game.connect(conninfo=game.conninfo)
    renamer.execute("begin")
    renamer.execute(rename)
    assert game.one(keeper, upkeep, []) == ("0 results named",)
    renamer.execute("rollback")
    keeper.execute("begin")
    assert game.one(keeper, upkeep, []) == ("1 results named",)
    with ThreadPoolExecutor(1) as pool:
        renaming = pool.submit(renamer.execute, rename)
        wait_until_blocked(game.owner, renamer, renaming)
        keeper.execute("commit")
        renaming.result()
    assert game.one(keeper, kept, []) == (0,)


def test_an_erasure_waits_for_a_move_and_comes_after_it(table: Callable[..., Table]) -> None:
    """What holds a game's row is a player's open move; behind it the person goes."""
    game = table(2)
    game.start()
    game.play(0, "playing")
    turn = game.turn()
    mover, eraser = game.seats[turn], service(game)
    card = legal_card(game, turn)
    mover.execute("begin")
    mover.execute("select cards.play_card(%s, %s)", [game.game, card])
    with ThreadPoolExecutor(1) as pool:
        erasure = pool.submit(eraser.execute, ERASE, [game.users[1 - turn]])
        wait_until_blocked(game.owner, eraser, erasure)
        mover.execute("commit")
        erasure.result()
    assert is_gone(game, 1 - turn)
    assert game.count("player_left") == 1


def test_a_new_profile_does_not_outlive_an_erasure(table: Callable[..., Table]) -> None:
    """A profile that waits for the erasure finds the account closed."""
    game = table(2)
    eraser, person = service(game), game.seats[1]
    eraser.execute("begin")
    eraser.execute(ERASE, [game.users[1]])
    with ThreadPoolExecutor(1) as pool:
        profile = pool.submit(
            person.execute, "select cards.upsert_player('Zquark again', 'zquark', '#7a0002')"
        )
        wait_until_blocked(game.owner, person, profile)
        eraser.execute("commit")
        with pytest.raises(psycopg.Error) as caught:
            profile.result()
    assert caught.value.sqlstate == ACCOUNT_CLOSED
    assert is_gone(game, 1)
    assert game.one(
        game.owner, "select count(*) from cards.players where display_name = 'Zquark again'", []
    ) == (0,)


def test_people_of_the_same_games_are_erased_at_once(table: Callable[..., Table]) -> None:
    """Nobody waits in a circle, and each game knows of each of them once."""
    game = table(4)
    game.start()
    more = [game, game.again(), game.again()]
    results = at_once([row(service(game), ERASE, [user]) for user in game.users])
    assert results == [ERASED] * 4
    assert all(is_gone(game, seat) for seat in range(4))
    for one in more:
        one.sound()
    assert game.count("player_left") == 4


def test_one_person_is_erased_twice_at_once(table: Callable[..., Table]) -> None:
    """Two calls, and a deletion of the sign-up, make one departure."""
    game = table(3)
    game.start()
    user: uuid.UUID = game.users[2]
    game.owner.execute("insert into auth.users (id) values (%s)", [user])
    deleter = game.connect(conninfo=game.conninfo)
    results = at_once(
        [
            row(service(game), ERASE, [user]),
            row(service(game), ERASE, [user]),
            row(deleter, "delete from auth.users where id = %s", [user]),
        ]
    )
    assert results == [ERASED, ERASED, None]
    assert is_gone(game, 2)
    assert game.count("player_left") == 1
