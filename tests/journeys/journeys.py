"""Journeys through all four systems, by calls of clients alone: whoever runs them keeps the answers and compares.

`ask(who, function, **arguments)` makes one call in a transaction of its own and returns its answer: a row as a dictionary, rows as
a list, a refusal as `{"error": ...}`. Who asks is one of three people who live in different places, the service or a stranger.
What is answered may depend on nothing but the calls before: no draw of cards or dice decides what is asked next.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

Ask = Callable[..., Any]
PEOPLE = ("ana", "ben", "cleo")
GAME = "Letters"  # of slots: one reel with one letter, so that every spin is the same
ADVENTURE = "Bell"


def wallets(ask: Ask, ids: dict[str, Any]) -> None:
    """Money comes, goes and is counted, and nobody else's is seen."""
    made = {}
    for who in PEOPLE:
        made[who] = ask(
            who, "slots.create_wallet", currency="AUD", daily_limit=50, idempotency_key="w"
        )
        ask(who, "slots.create_wallet", currency="AUD", daily_limit=50, idempotency_key="w")
        ask(who, "slots.create_wallet", currency="AUD", daily_limit=60, idempotency_key="w")
        ask(
            "service",
            "slots.wallet_operation",
            wallet_id=made[who]["wallet_id"],
            operation="credit",
            amount=40,
            idempotency_key="c",
        )
    for who, other in (("ana", "ben"), ("ben", "cleo"), ("cleo", "ana")):
        wallet_id = made[who]["wallet_id"]
        ask(
            who,
            "slots.wallet_operation",
            wallet_id=wallet_id,
            operation="debit",
            amount=15,
            idempotency_key="d",
        )
        ask(
            who,
            "slots.wallet_operation",
            wallet_id=wallet_id,
            operation="debit",
            amount=15,
            idempotency_key="d",
        )
        ask(who, "slots.wallet_operation", wallet_id=wallet_id, operation="debit", amount=26)
        ask(who, "slots.wallet_operation", wallet_id=wallet_id, operation="debit", amount=-1)
        ask(other, "slots.wallet_operation", wallet_id=wallet_id, operation="debit", amount=1)
        ask(other, "slots.verify_wallet", wallet_id=wallet_id)
        ask("anon", "slots.wallet_operation", wallet_id=wallet_id, operation="debit", amount=1)
        ask(who, "slots.verify_wallet", wallet_id=wallet_id)
        ask(who, "slots.set_daily_limit", wallet_id=wallet_id, daily_limit=20)
        ask(
            "service",
            "slots.reverse",
            wallet_id=wallet_id,
            entry_no=2,
            reason="an_error",
            idempotency_key="r",
        )
        ask(who, "slots.set_limit", kind="deposit", period="month", amount=100, currency="AUD")
        ask(who, "slots.my_limits")
    ask("ana", "slots.wallet_operation", wallet_id=uuid4(), operation="debit", amount=1)
    ids["wallets"] = made


def spins(ask: Ask, ids: dict[str, Any]) -> None:
    """Sessions of three people with their bets, seeds and reports."""
    for who, other in (("cleo", "ben"), ("ben", "ana")):
        session = ask(
            who,
            "slots.create_session",
            game_id=ids["game"],
            wallet_id=ids["wallets"][who]["wallet_id"],
            client_seed="luck",
            idempotency_key="s",
        )
        session_id = session["session_id"]
        ask(who, "slots.act", session_id=session_id, action={"type": "Spin"})
        ask(
            who,
            "slots.act",
            session_id=session_id,
            action={"type": "PlaceBet", "amount": 2},
            idempotency_key="a",
        )
        ask(
            who,
            "slots.act",
            session_id=session_id,
            action={"type": "PlaceBet", "amount": 2},
            idempotency_key="a",
        )
        ask(other, "slots.act", session_id=session_id, action={"type": "Spin"})
        ask(who, "slots.act", session_id=session_id, action={"type": "Spin"})
        ask(
            who,
            "slots.act_many",
            session_id=session_id,
            actions=[{"type": "Bet", "amount": 1}, {"type": "Spin"}],
        )
        ask(
            who,
            "slots.record_metric",
            session_id=session_id,
            key="speed",
            value=1.5,
            idempotency_key="m",
        )
        ask(who, "slots.session_status", session_id=session_id)
        ask(other, "slots.session_status", session_id=session_id)
        ask(who, "slots.reality_check", session_id=session_id)
        ask(
            who,
            "slots.rotate_seed",
            session_id=session_id,
            client_seed="new luck",
            idempotency_key="r",
        )
        ask(who, "slots.act", session_id=session_id, action={"type": "CashOut"})
        ask(who, "slots.list_events", session_id=session_id, page_size=2)
        ask(who, "slots.list_events", session_id=session_id, after=1)
        ask(who, "slots.rl_metrics", session_id=session_id)
        ask(other, "slots.list_events", session_id=session_id)
    ask("anon", "slots.theoretical_profile", game_id=ids["game"])
    ask("ana", "slots.cool_off", days=1)
    ask(
        "ana",
        "slots.create_session",
        game_id=ids["game"],
        wallet_id=ids["wallets"]["ana"]["wallet_id"],
    )
    ask("ben", "slots.create_session", game_id=uuid4())


def rewards(ask: Ask, ids: dict[str, Any]) -> None:
    """Accounts, claims, streaks and the board's places of people."""
    made = {}
    for who in PEOPLE:
        ask(who, "xp.claim", policy_key="daily", correlation_id=uuid4())
        made[who] = ask(
            who, "xp.register_user", external_user_id=ids["people"][who], reward_tz=ids["zone"]
        )
        ask(who, "xp.register_user", external_user_id=ids["people"][who], reward_tz=ids["zone"])
        ask(who, "xp.eligibility", policy_key="daily")
        once = uuid4()
        ask(who, "xp.claim", policy_key="daily", correlation_id=once)
        ask(who, "xp.claim", policy_key="daily", correlation_id=once)
        ask(who, "xp.claim", policy_key="daily", correlation_id=uuid4())
        ask(who, "xp.claim", policy_key="none", correlation_id=uuid4())
        ask(who, "xp.eligibility", policy_key="daily")
        ask(who, "xp.set_handle", handle=who.capitalize())
    for who in PEOPLE:
        grant = {
            "user_id": made[who]["user_id"],
            "amount": 7,
            "reason": "QUEST",
            "correlation_id": uuid4(),
        }
        ask("service", "xp.grant_xp", **grant)
        ask("service", "xp.grant_xp", **grant)
        ask("service", "xp.grant_xp", **{**grant, "amount": 8})
        ask(who, "xp.grant_xp", **grant)
        ask("service", "xp.set_segment", user_id=made[who]["user_id"], segment_key="vip")
        ask(
            "service",
            "xp.grant_freeze",
            user_id=made[who]["user_id"],
            count=1,
            reason="a gift",
            correlation_id=uuid4(),
        )
        ask(
            "service",
            "xp.claim_for",
            user_id=made[who]["user_id"],
            policy_key="daily",
            correlation_id=uuid4(),
        )
        ask(who, "xp.user_level")
        ask("service", "xp.user_level", user_id=made[who]["user_id"])
        ask(who, "xp.change_timezone", reward_tz="Europe/Brussels")
    ask("ben", "xp.register_user", external_user_id=ids["people"]["ana"], reward_tz="UTC")


def rooms(ask: Ask, ids: dict[str, Any]) -> None:
    """Rooms that people of all places come to, find, leave and are sent away from."""
    ask("ana", "cards.my_profile")
    ask("ana", "cards.upsert_player", display_name="Ana", avatar_seed="a", color="teal")
    ask("ben", "cards.upsert_player", display_name="Ben", avatar_seed="b", color="no color")
    ben = ask("ben", "cards.upsert_player", display_name="Ben", avatar_seed="b", color="#0000ff")
    room = ask(
        "ana", "cards.create_game", config={"maxPlayers": 4}, is_public=True, idempotency_key="g"
    )
    ask("ana", "cards.create_game", config={"maxPlayers": 4}, is_public=True, idempotency_key="g")
    game_id, code = room["game_id"], room["join_code"]
    ask("cleo", "cards.list_rooms")
    ask("ben", "cards.join_game", join_code=code.lower())
    ask("ben", "cards.join_game", join_code=code)
    ask("cleo", "cards.join_game", join_code="no code")
    ask("cleo", "cards.join_game", join_code=code)
    ask("ben", "cards.set_ready", game_id=game_id, ready=True)
    ask("ben", "cards.start_game", game_id=game_id)
    ask("cleo", "cards.leave_game", game_id=game_id)
    ask("cleo", "cards.spectate", game_id=game_id)
    ask("ana", "cards.kick_player", game_id=game_id, player_id=ben["id"], ban=True)
    ask("ben", "cards.join_game", join_code=code)
    ask("ben", "cards.create_game", config={"maxPlayers": 99})
    own = ask("ben", "cards.create_game", config={"maxPlayers": 2})
    ask("ana", "cards.join_game", join_code=own["join_code"])
    ask("cleo", "cards.join_game", join_code=own["join_code"])
    ask("ana", "cards.my_games")
    ask("ana", "cards.my_games", page_size=1)
    ask("ben", "cards.list_player_games", player_id=ben["id"])
    ask("ana", "cards.list_events", game_id=game_id)
    ask("ben", "cards.list_events", game_id=own["game_id"], page_size=2)
    ask("anon", "cards.player_view", game_id=game_id)
    ask("cleo", "cards.player_view", game_id=own["game_id"])
    ask("ana", "cards.player_view", game_id=uuid4())
    ids["room"] = game_id


def matches(ask: Ask, ids: dict[str, Any]) -> None:
    """People of two places who know nothing of each other are led to one room, and play."""
    ask("ana", "cards.leave_game", game_id=ids["room"])
    ask("ana", "cards.leave_game", game_id=ids["room"])
    ask("cleo", "cards.list_rooms")
    game_id = ask("ben", "cards.matchmake")["game_id"]
    ask("ana", "cards.list_rooms")
    ask("ana", "cards.matchmake")
    ask("ana", "cards.matchmake", fill_with_bots=True)
    ask("cleo", "cards.list_rooms", page_size=1)
    ask("cleo", "cards.list_rooms", after=game_id)
    ask("anon", "cards.list_rooms")
    ask("anon", "cards.matchmake")
    ask("ben", "cards.player_view", game_id=game_id)
    ask("ben", "cards.set_ready", game_id=game_id, ready=True)
    ask("ana", "cards.set_ready", game_id=game_id, ready=True)
    ask("cleo", "cards.list_rooms")
    ask("cleo", "cards.spectate", game_id=game_id)
    ask("ana", "cards.continue_game", game_id=game_id)
    ask("ben", "cards.place_bid", game_id=game_id, bid=1)
    ask("ana", "cards.place_bid", game_id=game_id, bid=0)
    ask("ben", "cards.place_bid", game_id=game_id, bid=1)
    ask("ben", "cards.matchmake")
    ask("ana", "cards.my_games")
    ask("ben", "cards.my_games")
    ask("cleo", "cards.player_view", game_id=game_id)
    # where everybody has left, the game ends by itself
    for who in ("ana", "ben"):
        ask(who, "cards.leave_game", game_id=game_id)
    ask("service", "cards.run_game", game_id=game_id)
    ask("ana", "cards.my_games")
    ask("cleo", "cards.room_history")
    ask("cleo", "cards.room_history", after=game_id)


def games(ask: Ask, ids: dict[str, Any]) -> None:
    """A game of people of two places, from the lobby to its first card, and what the third sees of it."""
    room = ask("cleo", "cards.create_game", config={"maxPlayers": 3, "startingSeatIndex": 1})
    game_id = room["game_id"]
    ask("ana", "cards.join_game", join_code=room["join_code"])
    ask("cleo", "cards.add_bot", game_id=game_id, idempotency_key="b")
    ask("ana", "cards.start_game", game_id=game_id)
    ask("cleo", "cards.start_game", game_id=game_id)
    ask("ben", "cards.join_game", join_code=room["join_code"])
    ask("cleo", "cards.continue_game", game_id=game_id)
    ask("ben", "cards.player_view", game_id=game_id)
    ask("ana", "cards.upsert_player", display_name="Anna", avatar_seed="a", color="teal")
    ask("ana", "cards.player_view", game_id=game_id)
    ask("cleo", "cards.place_bid", game_id=game_id, bid=99)
    ask("ben", "cards.place_bid", game_id=game_id, bid=1)
    ask("ana", "cards.place_bid", game_id=game_id, bid=1)
    ask("cleo", "cards.place_bid", game_id=game_id, bid=0)
    ask("ana", "cards.legal_moves", game_id=game_id)
    ask("ana", "cards.place_bid", game_id=game_id, bid=1)
    ask("ana", "cards.continue_game", game_id=game_id)
    ask("ana", "cards.play_card", game_id=game_id, card_id="no card")
    ask("ana", "cards.play_card", game_id=game_id, card_id="d9:clubs:A")
    ask("cleo", "cards.player_view", game_id=game_id)
    ask("ana", "cards.my_games")
    # the last of the game whose answer says how many events there are: the card may break trump
    ask(
        "cleo",
        "cards.play_card",
        game_id=game_id,
        card_id=ask("cleo", "cards.legal_moves", game_id=game_id)[0],
    )
    ask("service", "cards.void_game", game_id=game_id, reason="an outage")
    ask("ana", "cards.place_bid", game_id=game_id, bid=1)
    ask("ana", "cards.my_games")


def sessions(ask: Ask, ids: dict[str, Any]) -> None:
    """An evening of three people at one table, with a roll that nobody can lose."""
    heroes = {
        who: ask(
            who, "sparc.create_character", name=name, **{"class": "rogue"}, idempotency_key="c"
        )
        for who, name in (("ana", "Rook"), ("ben", "Wren"))
    }
    ask("ana", "sparc.create_character", name="", **{"class": "rogue"})
    session = ask(
        "cleo",
        "sparc.create_session",
        adventure_id=ids["adventure"],
        is_public=True,
        idempotency_key="s",
    )
    session_id = session["id"]
    ask("anon", "sparc.browse_sessions", search=ADVENTURE)
    ask("ana", "sparc.find_session_by_code", code=session["code"])
    for who, hero in heroes.items():
        ask(who, "sparc.join_session", code=session["code"], character_id=hero["id"])
    ask("ben", "sparc.join_session", code=session["code"], character_id=heroes["ana"]["id"])
    ask("ana", "sparc.start_session", session_id=session_id)
    ask("cleo", "sparc.start_session", session_id=session_id)
    roll = ask(
        "ana", "sparc.declare_roll", session_id=session_id, character_id=heroes["ana"]["id"], attribute="might", difficulty=3,
        modifiers=[{"type": "flat", "value": 100}], idempotency_key="r",
    )  # fmt: skip
    ask("ben", "sparc.throw_roll", roll_id=roll["id"])
    ask("ana", "sparc.throw_roll", roll_id=roll["id"])
    ask("ana", "sparc.throw_roll", roll_id=roll["id"])
    ask("cleo", "sparc.start_encounter", session_id=session_id, encounter_id="ambush")
    ask("cleo", "sparc.pause_session", session_id=session_id)
    ask("cleo", "sparc.resume_session", session_id=session_id)
    ask("cleo", "sparc.end_encounter", session_id=session_id)
    ask("ben", "sparc.leave_session", session_id=session_id)
    ask("ana", "sparc.my_sessions")
    ask("ana", "sparc.get_session_details", p_session_id=session_id)
    ask("ana", "sparc.list_session_events", session_id=session_id, page_size=4)
    ask("ben", "sparc.list_session_events", session_id=session_id, after_seq=2)
    ask("cleo", "sparc.end_session", session_id=session_id)
    ask("ana", "sparc.rate_adventure", adventure_id=ids["adventure"], rating=5)
    ask("ana", "sparc.revealed_secrets", session_id=session_id)
    ask("ana", "sparc.verify_session", session_id=session_id)


def leaving(ask: Ask, ids: dict[str, Any]) -> None:
    """An account that is closed, opened again by the service's leave, and erased."""
    ask("ben", "core.close_account")
    ask("ben", "core.close_account")
    ask("ben", "cards.my_profile")
    ask("ben", "cards.create_game")
    ask("ben", "cards.matchmake")
    ask("ben", "cards.list_rooms")
    ask("ben", "xp.eligibility", policy_key="daily")
    ask("ben", "core.reopen_account")
    ask("ben", "cards.my_games")
    ask("anon", "core.close_account")
    ask(
        "service",
        "core.erase_person",
        person_id=ids["people"]["ana"],
        reason="asked for",
        idempotency_key="e",
    )
    ask(
        "service",
        "core.erase_person",
        person_id=ids["people"]["ana"],
        reason="asked for",
        idempotency_key="e",
    )
    ask("ana", "slots.create_wallet", currency="AUD", daily_limit=1)
    ask("cleo", "core.version")


JOURNEYS = (wallets, spins, rewards, rooms, matches, games, sessions, leaving)
