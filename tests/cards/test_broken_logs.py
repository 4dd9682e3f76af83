"""A log broken in any way is refused with the index and the reason, and nothing is stored."""

from __future__ import annotations

import copy
import json
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import psycopg
import pytest
from psycopg.types.json import Jsonb

Log = list[dict[str, Any]]
STRANGER = str(uuid.UUID(int=7))


@pytest.fixture(scope="module")
def conn(database: str) -> Iterator[psycopg.Connection]:
    """One connection for all cases; its transaction is undone at the end."""
    with psycopg.connect(database) as connection:
        yield connection
        connection.rollback()


@pytest.fixture(scope="module")
def own_log(conn: psycopg.Connection) -> Log:
    """A finished game of four that this package dealt."""
    row = conn.execute("select test.cards_log(cards.simulate_game(4, 'broken logs'))").fetchone()
    assert row is not None
    return row[0]


@pytest.fixture(scope="module")
def external_log(conn: psycopg.Connection) -> Log:
    """A finished game of three that another engine dealt."""
    row = conn.execute(
        "select test.cards_external_log(%s)", [[uuid.UUID(int=n) for n in (1, 2, 3)]]
    ).fetchone()
    assert row is not None
    return row[0]


def first(log: Log, kind: str, number: int = 0) -> int:
    """Return the index of an event of a type."""
    return [at for at, event in enumerate(log) if event["type"] == kind][number]


def insert(log: Log, at: int, kind: str, **payload: object) -> int:
    """Put an event in; return its index."""
    log.insert(at, {"type": kind, "payload": {"_v": 1, **payload}})
    return at


def set_in(kind: str, key: str, value: object, number: int = 0) -> Callable[[Log], int]:
    """Make a break that sets one key of one event."""

    def apply(log: Log) -> int:
        at = first(log, kind, number)
        log[at]["payload"][key] = value
        return at

    return apply


def without(kind: str, key: str) -> Callable[[Log], int]:
    """Make a break that takes one key away."""

    def apply(log: Log) -> int:
        at = first(log, kind)
        del log[at]["payload"][key]
        return at

    return apply


def gap(log: Log) -> int:
    at = first(log, "card_played", 5)
    del log[at]
    return at


def swapped_cards(log: Log) -> int:
    """The cards of two plays of different players change places."""
    one, two = first(log, "card_played"), first(log, "card_played", 1)
    cards = [log[at]["payload"]["card"] for at in (one, two)]
    log[one]["payload"]["card"], log[two]["payload"]["card"] = cards[1], cards[0]
    return one


def played_twice(log: Log) -> int:
    one, two = first(log, "card_played"), first(log, "card_played", 4)
    log[two]["payload"]["card"] = log[one]["payload"]["card"]
    log[two]["payload"]["playerId"] = log[one]["payload"]["playerId"]
    return two


def other_deal(log: Log) -> int:
    """Two players' first cards change places: possible, but not what the seed gives."""
    at = first(log, "cards_dealt")
    hands = list(log[at]["payload"]["hands"].values())
    hands[0][0], hands[1][0] = hands[1][0], hands[0][0]
    return at


def wrong_seed(log: Log) -> int:
    log[0]["payload"]["sessionSeed"] = "another seed"
    return first(log, "round_started")


def card_dealt_twice(log: Log) -> int:
    at = first(log, "cards_dealt")
    hands = list(log[at]["payload"]["hands"].values())
    hands[0][0] = hands[1][0]
    return at


def card_of_the_second_deck(log: Log) -> int:
    at = first(log, "cards_dealt")
    next(iter(log[at]["payload"]["hands"].values()))[0] = "d1:clubs:2"
    return at


def short_hand(log: Log) -> int:
    at = first(log, "cards_dealt")
    next(iter(log[at]["payload"]["hands"].values())).pop()
    return at


def missing_hand(log: Log) -> int:
    at = first(log, "cards_dealt")
    hands = log[at]["payload"]["hands"]
    del hands[next(iter(hands))]
    return at


def hand_that_is_no_array(log: Log) -> int:
    at = first(log, "cards_dealt")
    hands = log[at]["payload"]["hands"]
    hands[next(iter(hands))] = "d0:clubs:2"
    return at


def hand_of_a_stranger(log: Log) -> int:
    at = first(log, "cards_dealt")
    log[at]["payload"]["hands"][STRANGER] = []
    return at


def trump_out_of_a_hand(log: Log) -> int:
    at = first(log, "trump_revealed")
    card = next(iter(log[first(log, "cards_dealt")]["payload"]["hands"].values()))[0]
    deck, suit, rank = card.split(":")
    log[at]["payload"]["card"] = {
        "id": card,
        "suit": suit,
        "rank": rank,
        "deckIndex": int(deck[1:]),
    }
    return at


def completed_twice(log: Log) -> int:
    log.append(copy.deepcopy(log[-1]))
    return len(log) - 1


def misplay_after_the_end(log: Log) -> int:
    player = log[0]["payload"]["creatorPlayerId"]
    return insert(log, len(log), "invalid_action", playerId=player, action="x", reason="y")


def after(kind: str, new: str, **payload: object) -> Callable[[Log], int]:
    """Make a break that puts an event of the first player behind the first one of a type."""

    def apply(log: Log) -> int:
        player = log[0]["payload"]["creatorPlayerId"]
        return insert(log, first(log, kind) + 1, new, **({"playerId": player} | payload))

    return apply


def twice(kind: str, new: str) -> Callable[[Log], int]:
    """Make a break that puts the same event in twice; the second one is wrong."""

    def apply(log: Log) -> int:
        at = first(log, kind) + 1
        for _ in range(2):
            insert(log, at, new, playerId=log[0]["payload"]["creatorPlayerId"])
        return at + 1

    return apply


def drop(kind: str) -> Callable[[Log], int]:
    """Make a break that leaves the first event of a type out."""

    def apply(log: Log) -> int:
        at = first(log, kind)
        del log[at]
        return at

    return apply


def too_few_players(log: Log) -> int:
    log[:] = [*log[:2], log[first(log, "round_started")]]
    return 2


def missing_starter(log: Log) -> int:
    return without("round_started", "startingPlayerId")(log)


def no_profile(log: Log) -> int:
    at = first(log, "player_joined")
    log[at]["payload"].pop("profile", None)
    log[at]["payload"]["_v"] = 1
    return at


SCORES = {str(uuid.UUID(int=n)): 0 for n in range(4)}
PROFILE = {"displayName": "A", "avatarSeed": "x", "color": "red"}
BREAKS: dict[str, Callable[[Log], int]] = {
    "a gap": gap,
    "two cards swapped": swapped_cards,
    "a card that is not in the hand": played_twice,
    "a card that does not exist": set_in("card_played", "card", "d0:cups:2"),
    "no card": without("card_played", "card"),
    "a play out of turn": set_in("card_played", "playerId", STRANGER),
    "a wrong winner": set_in("trick_completed", "winningPlayerId", STRANGER),
    "a wrong winning card": set_in("trick_completed", "winningCardId", "d0:clubs:2"),
    "a wrong trick": set_in("trick_completed", "trickIndex", 3),
    "a wrong first trick": set_in("trick_started", "trickIndex", 1),
    "a wrong leader": set_in("trick_started", "leaderPlayerId", STRANGER),
    "wrong points": set_in("round_scored", "deltas", SCORES),
    "wrong sums": set_in("round_scored", "cumulativeScores", SCORES),
    "wrong final points": set_in("game_completed", "finalScores", SCORES),
    "double completion": completed_twice,
    "a misplay after the end": misplay_after_the_end,
    "completion too early": after("round_scored", "game_completed", finalScores=SCORES),
    "an unknown type": after("player_bid", "card_burnt"),
    "a missing type": lambda log: log[9].pop("type") and 9,
    "a missing payload": lambda log: log[9].pop("payload") and 9,
    "a payload that is no object": lambda log: log[9].update(payload=[1]) or 9,
    "a missing key": without("player_bid", "bid"),
    "a missing version": without("player_bid", "_v"),
    "a newer version": set_in("player_bid", "_v", 2),
    "a bid above the cards": set_in("player_bid", "bid", 10, number=4),
    "a bid that is no number": set_in("player_bid", "bid", "1"),
    "a bid out of turn": set_in("player_bid", "playerId", STRANGER),
    "bidding closed early": after("trump_revealed", "bidding_complete"),
    "a bid while playing": after("trick_started", "player_bid", bid=1),
    "a play while bidding": after("trump_revealed", "card_played", card="d0:clubs:2"),
    "a trick while bidding": after(
        "trump_revealed", "trick_started", trickIndex=0, leaderPlayerId=STRANGER
    ),
    "a trick complete at its start": after(
        "trick_started", "trick_completed", trickIndex=0, winningPlayerId=STRANGER, winningCardId=""
    ),
    "trump broken for no reason": after("trick_started", "trump_broken"),
    "trump not said to be broken": drop("trump_broken"),
    "no points after a round": drop("round_scored"),
    "a score in the middle": after("trick_started", "round_scored", deltas={}, cumulativeScores={}),
    "a wrong round": set_in("round_started", "roundIndex", 1),
    "a wrong number of cards": set_in("round_started", "cardsPerPlayer", 9),
    "a wrong dealer": set_in("round_started", "dealerPlayerId", STRANGER),
    "a wrong first player": set_in("round_started", "startingPlayerId", STRANGER),
    "no first player": missing_starter,
    "a round seed that is no text": set_in("round_started", "roundSeed", 5),
    "a round within a round": after("trick_started", "round_started", roundIndex=1),
    "a deal within a round": after("trick_started", "cards_dealt", hands={}, deckStateHash=""),
    "trump turned twice": after("trump_revealed", "trump_revealed", card={}),
    "no hands": without("cards_dealt", "hands"),
    "no hash of the deck": without("cards_dealt", "deckStateHash"),
    "a hand too short": short_hand,
    "a hand missing": missing_hand,
    "a hand that is no array": hand_that_is_no_array,
    "a hand of a stranger": hand_of_a_stranger,
    "a trump that is no card": set_in("trump_revealed", "card", {"id": "d0:clubs:1"}),
    "a trump with another suit": set_in(
        "trump_revealed",
        "card",
        {"id": "d0:clubs:2", "suit": "hearts", "rank": "2", "deckIndex": 0},
    ),
    "too few players": too_few_players,
    "no creation": lambda log: log.pop(0) and 0,
    "creation twice": after("game_created", "game_created"),
    "a config that is no object": set_in("game_created", "config", 5),
    "a config out of range": set_in("game_created", "config", {"maxPlayers": 11}),
    "a config upside down": set_in("game_created", "config", {"minPlayers": 5, "maxPlayers": 4}),
    "a config with a seat that is not": set_in(
        "game_created", "config", {"maxPlayers": 4, "startingSeatIndex": 4}
    ),
    "a config with a text for a boolean": set_in("game_created", "config", {"autoplayBots": "yes"}),
    "a config with an unknown shuffle": set_in("game_created", "config", {"shuffle": "dice"}),
    "no seed": without("game_created", "sessionSeed"),
    "a creator that is no uuid": set_in("game_created", "creatorPlayerId", "me"),
    "a player that is no uuid": set_in("player_joined", "playerId", "me"),
    "a seat left out": set_in("player_joined", "seatIndex", 1),
    "a seat twice": after(
        "player_joined", "player_joined", seatIndex=1, profile=PROFILE, isBot=False
    ),
    "a name too long": set_in("player_joined", "profile", {"displayName": "x" * 25}),
    "no profile in the first form": no_profile,
    "a form of profiles that is not known": set_in("player_joined", "_v", 3),
    "neither a bot nor none": set_in("player_joined", "isBot", "no"),
    "a player in a game that has begun": after(
        "round_started",
        "player_joined",
        playerId=STRANGER,
        seatIndex=4,
        profile=PROFILE,
        isBot=False,
    ),
    "more players than seats": lambda log: insert(
        log, 5, "player_joined", playerId=STRANGER, seatIndex=4, profile=PROFILE, isBot=False
    ),
    "somebody unknown leaves": after("player_joined", "player_left", playerId=STRANGER),
    "somebody unknown is kicked": after("player_joined", "player_kicked", playerId=STRANGER),
    "somebody is kicked from a game that has begun": after("round_started", "player_kicked"),
    "somebody leaves twice": twice("round_started", "player_left"),
    "somebody is ready twice": twice("player_joined", "player_ready"),
    "somebody is unready first": after("player_joined", "player_unready"),
    "somebody is ready in a game that has begun": after("round_started", "player_ready"),
    "somebody is marked absent in the lobby": after("player_joined", "player_marked_absent"),
    "somebody is marked absent twice": twice("round_started", "player_marked_absent"),
    "somebody disconnects twice": twice("round_started", "player_disconnected"),
    "somebody comes back who never left": after("round_started", "player_reconnected"),
    "somebody watches twice": lambda log: (
        insert(log, 5, "player_became_spectator", playerId=STRANGER)
        and insert(log, 6, "player_became_spectator", playerId=STRANGER)
    ),
    "a seated player watches": after("round_started", "player_became_spectator"),
    "a misplay without a reason": after("round_started", "invalid_action", action="play_card"),
    "a profile of a stranger": after(
        "player_joined", "profile_updated", playerId=STRANGER, profile=PROFILE
    ),
}
OWN_BREAKS: dict[str, Callable[[Log], int]] = {
    "another seed": wrong_seed,
    "a round seed that does not follow": set_in("round_started", "roundSeed", "0" * 64),
    "a deal that does not follow": other_deal,
    "a hash that does not follow": set_in("cards_dealt", "deckStateHash", "0" * 64),
    "a trump that does not follow": trump_out_of_a_hand,
}
EXTERNAL_BREAKS: dict[str, Callable[[Log], int]] = {
    "a card dealt twice": card_dealt_twice,
    "a card of a deck that is not used": card_of_the_second_deck,
    "a trump out of a hand": trump_out_of_a_hand,
}


def counts(conn: psycopg.Connection) -> list[int]:
    """Count the rows that an import could leave."""
    return [
        conn.execute(f"select count(*) from cards.{table}").fetchone()[0]  # type: ignore[index]
        for table in ("games", "game_events", "game_states", "players", "game_players")
    ]


def refused(conn: psycopg.Connection, log: Log, at: int) -> None:
    """Import a broken log and expect the refusal at that index, and nothing stored."""
    before = counts(conn)
    with pytest.raises(psycopg.Error) as raised, conn.transaction():
        conn.execute("select cards.import_game(%s)", [Jsonb(log)])
    assert raised.value.sqlstate == "KG210", raised.value
    assert raised.value.diag.message_primary.startswith("REPLAY_ERROR: ")  # type: ignore[union-attr]
    detail = json.loads(raised.value.diag.message_detail or "{}")
    assert detail["eventIndex"] == at, detail
    assert detail["reason"]
    assert counts(conn) == before


@pytest.mark.parametrize("name", BREAKS | OWN_BREAKS)
def test_a_broken_log_of_our_own_is_refused(
    conn: psycopg.Connection, own_log: Log, name: str
) -> None:
    """Each break of a log that this package dealt is found at its index."""
    log = copy.deepcopy(own_log)
    refused(conn, log, (BREAKS | OWN_BREAKS)[name](log))


@pytest.mark.parametrize("name", EXTERNAL_BREAKS)
def test_an_impossible_deal_of_another_engine_is_refused(
    conn: psycopg.Connection, external_log: Log, name: str
) -> None:
    """A deal that another engine made need not follow from a seed, but it has to be possible."""
    log = copy.deepcopy(external_log)
    refused(conn, log, EXTERNAL_BREAKS[name](log))


@pytest.mark.parametrize("which", ["own_log", "external_log"])
def test_the_whole_log_is_accepted(
    conn: psycopg.Connection, request: pytest.FixtureRequest, which: str
) -> None:
    """What the breaks began from is sound."""
    log: Log = request.getfixturevalue(which)
    row = conn.execute("select cards.import_game(%s)", [Jsonb(log)]).fetchone()
    assert row is not None
    assert conn.execute("select * from cards.verify_game(%s)", row).fetchall() == []


def test_cards_may_be_given_whole(conn: psycopg.Connection, own_log: Log) -> None:
    """card of card_played may also be {id, suit, rank, deckIndex}, as in trump_revealed."""
    log = copy.deepcopy(own_log)
    for event in log:
        if event["type"] == "card_played":
            event["payload"]["card"] = {"id": event["payload"]["card"]}
    row = conn.execute("select cards.import_game(%s)", [Jsonb(log)]).fetchone()
    assert row is not None
    assert conn.execute("select * from cards.verify_game(%s)", row).fetchall() == []


@pytest.mark.parametrize("events", ["null", "{}", "[]", '"x"', "3"])
def test_what_is_no_array_of_events_is_refused(conn: psycopg.Connection, events: str) -> None:
    """Import takes a JSON array with something in it."""
    with pytest.raises(psycopg.Error) as raised, conn.transaction():
        conn.execute("select cards.import_game(%s::jsonb)", [events])
    assert raised.value.sqlstate == "KG001"


# What verify_game finds when a row is changed behind its back: the statement and the problem.
TAMPERED = {
    "a payload": (
        'update cards.game_events set payload = payload || \'{"winningCardId": "d0:clubs:2"}\' '
        "where game_id = %(game)s and type = 'trick_completed'",
        "winningCardId",
    ),
    "a type": (
        "update cards.game_events set type = 'nothing' where game_id = %(game)s and event_index = 30",
        "not known",
    ),
    "a gap": (
        "delete from cards.game_events where game_id = %(game)s and event_index in (17, 18)",
        "gap: the events 17 to 18 are missing",
    ),
    "an event more": (
        "insert into cards.game_events select game_id, event_index + 1, type, payload "
        "from cards.game_events where game_id = %(game)s and type = 'game_completed'",
        "the game is over",
    ),
    "the seed": (
        "update cards.games set session_seed = 'other' where id = %(game)s",
        "the seed of the game's row",
    ),
    "the status": (
        "update cards.games set status = 'in_progress', completed_at = null where id = %(game)s",
        "the game's row says in_progress",
    ),
    "the snapshots": (
        "update cards.game_snapshots set states = states[2:] where game_id = %(game)s",
        "snapshots",
    ),
    "the summary": (
        "update cards.game_summaries set highest_bid = 99 where game_id = %(game)s",
        "summary",
    ),
    "the summary's players": (
        "update cards.game_summaries set players = '[]' where game_id = %(game)s",
        "summary",
    ),
    "a result": (
        "update cards.game_players set score = score + 1 where game_id = %(game)s",
        "the result of player",
    ),
    "lifetime statistics": (
        "update cards.player_lifetime_stats set total_points = total_points + 1",
        "lifetime statistics of player",
    ),
}


@pytest.mark.parametrize("name", TAMPERED)
def test_verify_finds_what_was_changed_behind_its_back(
    conn: psycopg.Connection, external_log: Log, name: str
) -> None:
    """A superuser who switches the guards off changes one thing; verify_game tells which."""
    statement, problem = TAMPERED[name]
    with conn.transaction(force_rollback=True):
        row = conn.execute("select cards.import_game(%s)", [Jsonb(external_log)]).fetchone()
        assert row is not None
        assert conn.execute("select * from cards.verify_game(%s)", row).fetchall() == []
        conn.execute("set local session_replication_role = replica")
        assert conn.execute(statement, {"game": row[0]}).rowcount > 0
        found = conn.execute("select problem from cards.verify_game(%s)", row).fetchall()
        assert any(problem in text for (text,) in found), found


def test_verify_finds_a_changed_live_state(conn: psycopg.Connection, own_log: Log) -> None:
    """The live state of a running game is compared with the fold of its log."""
    with conn.transaction(force_rollback=True):
        row = conn.execute("select cards.import_game(%s)", [Jsonb(own_log[:40])]).fetchone()
        assert row is not None
        assert conn.execute("select * from cards.verify_game(%s)", row).fetchall() == []
        conn.execute("update cards.game_states set state.trump = (state).trump # 1")
        found = conn.execute("select problem from cards.verify_game(%s)", row).fetchall()
        assert found == [("the live state is not the fold of the log",)]
