"""A program of a client developer: mypy checks it, and a test runs it against a server."""

from __future__ import annotations

import asyncio
import os
from decimal import Decimal
from uuid import UUID, uuid4

from gamekeeper import AsyncGamekeeper, AsyncKept, Caller, Gamekeeper, Kept, api, follow_game

URL = os.environ["DATABASE_URL"]
ANA = UUID("3fac4237-7f1f-6020-e34a-f1f3ec270001")
POLICY: api.XpPolicy = {
    "baseXp": 100,
    "streakCurve": [{"dayIndex": 0, "multiplier": 1.0}],
    "grace": {"allowedMisses": 1, "windowDays": 1},
    "claimWindow": {"startLocalTime": "05:00", "durationHours": 24, "anchor": "ANCHOR_TIMEZONE"},
    "streakModel": {"type": "WeeklyCycleReset"},
}


def rewards(db: Gamekeeper, operator: Gamekeeper) -> None:
    """Claim twice."""
    rule = operator.xp.create_rule("daily", POLICY)
    operator.xp.activate_rule("daily", rule.version)
    db.xp.register_user(str(ANA), "Europe/Brussels")
    key = uuid4()
    print([db.xp.claim("daily", key).xp for _ in range(2)])
    try:
        db.xp.claim("weekly", uuid4())
    except api.NotFound as error:
        print(error.code, error.http_status, error.detail)


def spins(db: Gamekeeper, operator: Gamekeeper, service: Gamekeeper) -> None:
    """Bet and spin."""
    game = operator.slots.create_game(
        "Letters",
        {"algorithm": "hmac-sha256", "reels": [["A", "B"]]},
        {"A": {"payouts": {"1": 1.9}}, "B": {}},
    )
    wallet = db.slots.create_wallet("AUD", Decimal(1000))
    service.slots.wallet_operation(wallet.wallet_id, "credit", Decimal("100.25"))
    session = db.slots.create_session(game.game_id, wallet_id=wallet.wallet_id)
    db.slots.act(session.session_id, {"type": "PlaceBet", "amount": 5})
    spin = db.slots.act(session.session_id, {"type": "Spin"})
    print(
        spin.state,
        spin.result.get("payout") in (0, 9.5),
        spin.balance in (Decimal("95.25"), Decimal("104.75")),
    )


async def cards() -> None:
    """Play a card, awaited, then read the whole log with a follower."""
    connections = AsyncKept(URL)
    db = AsyncGamekeeper(connections, Caller.user(ANA))
    await db.cards.upsert_player("Ana", "a", "teal")
    ticket = await db.cards.create_game({"maxPlayers": 2})
    await db.cards.add_bot(ticket.game_id)
    await db.cards.start_game(ticket.game_id)
    while True:
        view: api.CardsView = await db.cards.player_view(ticket.game_id)
        if view["waitingFor"] == "continue":
            await db.cards.continue_game(ticket.game_id)
        elif view["waitingFor"] == "bid":
            move = await db.cards.place_bid(ticket.game_id, 1, view["eventIndex"] + 1)
            again = await db.cards.place_bid(ticket.game_id, 1, view["eventIndex"] + 1)
            print("same bid", move == again)
        else:
            break
    moved = await db.cards.play_card(ticket.game_id, view["legalMoves"][0])
    print("card", moved.accepted)
    await connections.close()
    own = Kept(URL)
    log = [
        e.event_index
        for e in follow_game(Gamekeeper(own, Caller.user(ANA)), ticket.game_id, [None])
    ]
    print("log", log == list(range(len(log))), len(log) > 10)
    own.close()


def main() -> None:
    """Play."""
    connections = Kept(URL)
    user, operator, service = (
        Gamekeeper(connections, caller)
        for caller in (Caller.user(ANA), Caller.operator(uuid4()), Caller.service())
    )
    rewards(user, operator)
    spins(user, operator, service)
    connections.close()
    asyncio.run(cards())


main()
