"""Cards under many callers at once: one outcome, gapless logs, completion exactly once."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from copy import copy

import psycopg
import pytest
from tests.connections import at_once, row

Connect = Callable[..., psycopg.Connection]


class Table:
    """A game of people, each with a connection of their own."""

    def __init__(self, conninfo: str, connect: Connect, players: int, config: str = "{}") -> None:
        self.owner = connect(conninfo=conninfo)
        # helpers play whole rounds in one transaction; tests/cards/test_chance.py plays as clients do
        self.owner.execute(
            "update core.settings set value = 'false' where name = 'core.clients_can_abort'"
        )
        self.owner.execute(
            "update core.settings set value = '100' where name = 'cards.max_open_rooms'"
        )
        self.connect = connect
        self.conninfo = conninfo
        self.users = [uuid.uuid4() for _ in range(players)]
        self.seats = [connect(user=user, conninfo=conninfo) for user in self.users]
        self.game, self.code = self.one(
            self.seats[0], "select game_id, join_code from cards.create_game(%s)", [config]
        )
        for seat in self.seats[1:]:
            seat.execute("select cards.join_game(%s)", [self.code])

    def again(self) -> Table:
        """Open another game of the same two people, on the same connections."""
        more = copy(self)
        more.game, more.code = self.one(
            self.seats[0], "select game_id, join_code from cards.create_game('{}')", []
        )
        self.seats[1].execute("select cards.join_game(%s)", [more.code])
        return more

    @staticmethod
    def one(conn: psycopg.Connection, query: str, values: list[object]) -> tuple:
        row = conn.execute(query, values).fetchone()
        assert row is not None
        return row

    def start(self) -> None:
        self.seats[0].execute("select cards.start_game(%s)", [self.game])

    def play(self, until_round: int = 99, until_phase: str = "") -> None:
        self.owner.execute(
            "select test.cards_play(%s, %s, %s)", [self.game, until_round, until_phase]
        )
        self.owner.execute("select test.as_owner()")

    def play_to_the_last_card(self) -> None:
        """Start and play the game of two until one card of the last round is left."""
        self.start()
        self.play(9, "playing")
        self.owner.execute("select test.cards_move(%s)", [self.game])
        self.owner.execute("select test.as_owner()")

    def turn(self) -> int:
        return self.one(
            self.owner,
            "select (state).turn from cards.game_states where game_id = %s",
            [self.game],
        )[0]

    def sound(self) -> None:
        """The log has no gap and is valid, and all that follows from it is right."""
        assert (
            self.owner.execute("select * from cards.verify_game(%s)", [self.game]).fetchall() == []
        )

    def count(self, kind: str) -> int:
        return self.one(
            self.owner,
            "select count(*) from cards.game_events where game_id = %s and type = %s",
            [self.game, kind],
        )[0]


@pytest.fixture
def table(fresh_database: str, connect: Connect) -> Callable[..., Table]:
    """Make tables in a database of the test's own."""
    return lambda players, config="{}": Table(fresh_database, connect, players, config)


def test_all_join_at_once_and_the_seats_are_gapless(table: Callable[..., Table]) -> None:
    """Of 12 people who join a game of ten at one instant nine get a seat each, three GAME_FULL."""
    game = table(1)
    people = [game.connect(user=uuid.uuid4(), conninfo=game.conninfo) for _ in range(12)]
    results = at_once(
        [row(p, "select seat_index from cards.join_game(%s)", [game.code]) for p in people]
    )
    assert sorted(r[0] for r in results if isinstance(r, tuple)) == list(range(1, 10))
    assert results.count("KG212") == 3
    game.sound()


def test_two_starts_start_once(table: Callable[..., Table]) -> None:
    """The host starts on two connections at once: one game begins, and both calls hear of it."""
    game = table(3)
    second = game.connect(user=game.users[0], conninfo=game.conninfo)
    call = "select cards.start_game(%s)"
    results = at_once([row(game.seats[0], call, [game.game]), row(second, call, [game.game])])
    assert len(set(results)) == 1 and isinstance(results[0], tuple)
    assert game.count("round_started") == 1
    game.sound()


def test_all_seats_bid_at_once(table: Callable[..., Table]) -> None:
    """All seats and all double clicks at once: each seat bids at most once, the rest is recorded."""
    game = table(5)
    game.start()
    for _ in range(8):
        at_once(
            [row(c, "select (cards.place_bid(%s, 1)).accepted", [game.game]) for c in game.seats]
        )
    assert game.count("player_bid") == 5
    game.sound()


def test_a_double_click_plays_one_card(table: Callable[..., Table]) -> None:
    """Six calls with the same card: one is played, and all get its answer."""
    game = table(3)
    game.start()
    game.play(0, "playing")
    seat = game.turn()
    card = game.one(game.seats[seat], "select * from cards.legal_moves(%s) limit 1", [game.game])[0]
    clones = [game.connect(user=game.users[seat], conninfo=game.conninfo) for _ in range(6)]
    results = at_once(
        [
            row(c, "select accepted, error from cards.play_card(%s, %s)", [game.game, card])
            for c in clones
        ]
    )
    accepted = [r for r in results if isinstance(r, tuple) and r[0]]
    assert len(accepted) == 6
    assert game.count("card_played") == 1
    assert game.count("invalid_action") == 0
    game.sound()


def test_the_last_card_completes_once(table: Callable[..., Table]) -> None:
    """Players, expiry and forfeit all make the last move at once: one completion, counted once."""
    game = table(2)
    game.play_to_the_last_card()
    seat = game.turn()
    card = game.one(game.seats[seat], "select * from cards.legal_moves(%s)", [game.game])[0]
    game.owner.execute(
        "update cards.game_states set turn_deadline = now() - interval '1 minute', warned_at = now() - interval '1 minute' where game_id = %s",
        [game.game],
    )
    service = game.connect(role="service_role", conninfo=game.conninfo)
    twin = game.connect(user=game.users[seat], conninfo=game.conninfo)
    at_once(
        [
            row(game.seats[seat], "select cards.play_card(%s, %s)", [game.game, card]),
            row(twin, "select cards.play_card(%s, %s)", [game.game, card]),
            row(game.seats[1 - seat], "select cards.forfeit_turn(%s)", [game.game]),
            row(service, "select cards.expire_turns()"),
        ]
    )
    assert game.count("game_completed") == 1
    assert game.one(game.owner, "select count(*) from cards.game_summaries", []) == (1,)
    assert game.owner.execute(
        "select games_played from cards.player_lifetime_stats"
    ).fetchall() == [(1,), (1,)]
    game.sound()


def test_games_of_the_same_players_complete_at_once(table: Callable[..., Table]) -> None:
    """Six games of the same two people end at one instant, two by expiry: no deadlock, all counted."""
    first = table(2)
    games = [first, *(first.again() for _ in range(5))]
    for game in games:
        game.play_to_the_last_card()
    first.owner.execute(
        "update cards.game_states set turn_deadline = now() - interval '1 minute', warned_at = now() - interval '1 minute'"
    )
    calls = []
    for game in games[:4]:
        seat = game.turn()
        conn = first.connect(user=first.users[seat], conninfo=first.conninfo)
        calls.append(row(conn, "select cards.forfeit_turn(%s)", [game.game]))
    service = first.connect(role="service_role", conninfo=first.conninfo)
    results = at_once([*calls, row(service, "select cards.expire_turns()")])
    assert not [r for r in results if r in ("40P01", "40001")]
    service.execute("select cards.expire_turns()")
    assert first.owner.execute(
        "select games_played from cards.player_lifetime_stats"
    ).fetchall() == [(6,), (6,)]
    stored = first.owner.execute("table cards.player_lifetime_stats order by 1").fetchall()
    first.owner.execute("select cards.rebuild_lifetime_stats()")
    assert stored == first.owner.execute("table cards.player_lifetime_stats order by 1").fetchall()
    for game in games:
        game.sound()


def test_all_continue_at_once(table: Callable[..., Table]) -> None:
    """Players and the service draw the same deal at once: it is dealt once, and everybody hears of success."""
    game = table(3)
    game.owner.execute(
        "update core.settings set value = 'true' where name = 'core.clients_can_abort'"
    )
    game.start()
    service = game.connect(role="service_role", conninfo=game.conninfo)
    call = "select cards.continue_game(%s)"
    results = at_once(
        [
            *[row(seat, call, [game.game]) for seat in game.seats],
            row(service, call, [game.game]),
        ]
    )
    assert len(set(results)) == 1 and isinstance(results[0], tuple)
    assert game.count("cards_dealt") == 1
    game.sound()


def test_engines_append_at_one_index_once(table: Callable[..., Table]) -> None:
    """Eight engines append different events at the same index: one wins, seven get VERSION_CONFLICT."""
    game = table(2)
    game.start()
    index, player = game.one(
        game.owner,
        "select (state).next_index, (state).player_ids[(state).turn + 1] from cards.game_states",
        [],
    )
    engines = [game.connect(role="service_role", conninfo=game.conninfo) for _ in range(8)]
    results = at_once(
        [
            row(
                engine,
                "select cards.append_events(%s, %s, %s)",
                [
                    game.game,
                    index,
                    f'[{{"type": "player_bid", "payload": {{"_v": 1, "playerId": "{player}", "bid": {bid}}}}}]',
                ],
            )
            for bid, engine in enumerate(engines)
        ]
    )
    assert results.count((index,)) == 1
    assert results.count("KG211") == 7
    game.sound()


def test_matchmaking_at_once_seats_everybody(table: Callable[..., Table]) -> None:
    """Twelve people ask for a game at once: all have one seat, no room has too many."""
    game = table(1)
    people = [game.connect(user=uuid.uuid4(), conninfo=game.conninfo) for _ in range(12)]
    results = at_once([row(p, "select game_id, seat_index from cards.matchmake()") for p in people])
    assert len(set(results)) == 12
    assert all(isinstance(r, tuple) and r[1] < 4 for r in results)


def test_first_calls_of_a_new_user_make_one_player(table: Callable[..., Table]) -> None:
    """A user who is new calls six times at once: one player."""
    game = table(1)
    user = uuid.uuid4()
    clones = [game.connect(user=user, conninfo=game.conninfo) for _ in range(6)]
    results = at_once(
        [row(c, "select player_id from cards.join_game(%s)", [game.code]) for c in clones]
    )
    assert len(set(results)) == 1 and isinstance(results[0], tuple)
    game.sound()


def test_a_late_move_and_the_expiry_make_one_move(table: Callable[..., Table]) -> None:
    """A turn runs out while its player plays: one card each time, by the player or by the fallback.

    The last card of a trick is left out: its player may lead the next one, and the late card is a move there.
    """
    game = table(3)
    # who loses the race three times in a row would count as absent
    game.owner.execute("update core.settings set value = '1000' where name = 'cards.absent_after'")
    game.start()
    game.play(0, "playing")
    services = [game.connect(role="service_role", conninfo=game.conninfo) for _ in range(2)]
    for moves in range(1, 16):
        seat = game.turn()
        if moves % 3 == 0:
            game.seats[seat].execute("select cards.forfeit_turn(%s)", [game.game])
            continue
        card = game.one(
            game.seats[seat], "select * from cards.legal_moves(%s) limit 1", [game.game]
        )
        game.owner.execute(
            "update cards.game_states set turn_deadline = now() - interval '1 minute', warned_at = now() - interval '1 minute'"
        )
        played, *expired = at_once(
            [
                row(
                    game.seats[seat],
                    "select accepted, error from cards.play_card(%s, %s)",
                    [game.game, card[0]],
                ),
                *[row(service, "select cards.expire_turns()") for service in services],
            ]
        )
        assert played in ((True, None), (False, "NOT_PLAYERS_TURN")), played
        # a card that comes too late is answered as played where the fallback move was the same card
        assert expired.count((1,)) <= 1
        assert expired.count((1,)) == 1 or played == (True, None)
        assert game.count("card_played") == moves
    game.sound()


def test_statistics_made_anew_while_games_end(table: Callable[..., Table]) -> None:
    """Three games end while the statistics are rebuilt twice: nothing is lost, nothing counts twice, nobody waits for ever."""
    first = table(2)
    games = [first, *(first.again() for _ in range(2))]
    for game in games:
        game.play_to_the_last_card()
    calls = [
        row(
            first.connect(user=first.users[game.turn()], conninfo=first.conninfo),
            "select accepted from cards.forfeit_turn(%s)",
            [game.game],
        )
        for game in games
    ]
    services = [first.connect(role="service_role", conninfo=first.conninfo) for _ in range(2)]
    results = at_once(
        [*calls, *[row(service, "select cards.rebuild_lifetime_stats()") for service in services]]
    )
    assert results[:3] == [(True,)] * 3
    assert all(isinstance(result, tuple) for result in results)
    assert first.owner.execute(
        "select games_played from cards.player_lifetime_stats"
    ).fetchall() == [(3,), (3,)]
    for game in games:
        game.sound()


def test_the_same_game_is_made_once(table: Callable[..., Table]) -> None:
    """Twenty calls with one key at once: one game, and all get its ticket."""
    game = table(1)
    user = uuid.uuid4()
    people = [game.connect(user=user, conninfo=game.conninfo) for _ in range(20)]
    results = at_once(
        [row(p, "select * from cards.create_game('{}', true, 'evening')") for p in people]
    )
    assert len(set(results)) == 1 and isinstance(results[0], tuple)
    assert game.one(game.owner, "select count(*) from cards.games", []) == (2,)


def test_a_room_passes_on_while_its_host_starts(table: Callable[..., Table]) -> None:
    """Upkeep passes a silent host's room on, twice at once, while the old host and the next person start: one game begins."""
    for _ in range(5):
        game = table(3)
        game.owner.execute("update cards.room_directory set is_public = true")
        game.owner.execute(
            "update cards.game_states set host_since = host_since - interval '1 hour', room_deadline = host_since where host_since is not null"
        )
        services = [game.connect(role="service_role", conninfo=game.conninfo) for _ in range(2)]
        call = "select cards.start_game(%s)"
        *started, first, second = at_once(
            [
                row(game.seats[0], call, [game.game]),
                row(game.seats[1], call, [game.game]),
                *[row(service, "select cards.run_game(%s)", [game.game]) for service in services],
            ]
        )
        assert [first, second].count((True,)) <= 1
        assert all(isinstance(result, tuple) or result == "KG003" for result in started), started
        if not any(isinstance(result, tuple) for result in started):
            # the room passed on between the two: its new host starts it now
            game.seats[1].execute(call, [game.game])
        assert game.count("round_started") == 1
        game.sound()


def test_leaving_while_others_are_matched(table: Callable[..., Table]) -> None:
    """Who waits leaves while three others are matched: nobody has a seat in a room that closed, and all logs are sound."""
    game = table(1)
    for _ in range(5):
        people = [game.connect(user=uuid.uuid4(), conninfo=game.conninfo) for _ in range(4)]
        (left,) = game.one(people[0], "select game_id from cards.matchmake()", [])
        gone, *matched = at_once(
            [
                row(people[0], "select cards.leave_game(%s)", [left]),
                *[row(p, "select game_id, seat_index from cards.matchmake()") for p in people[1:]],
            ]
        )
        assert isinstance(gone, tuple)
        assert all(isinstance(m, tuple) and m[1] is not None for m in matched), matched
        assert len(set(matched)) == len(matched)
        closed = game.owner.execute(
            "select id from cards.games where closed_at is not null"
        ).fetchall()
        assert not {m[0] for m in matched} & {row[0] for row in closed}
        assert game.one(people[0], "select game_id from cards.matchmake()", []) != (left,)
    for (game_id,) in game.owner.execute("select id from cards.games").fetchall():
        assert game.owner.execute("select * from cards.verify_game(%s)", [game_id]).fetchall() == []
