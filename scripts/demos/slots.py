"""A thousand spins: a wallet funded, a game with exact odds, a session played, everything checked."""

import json
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg.rows import dict_row
from rich.console import Console
from rich.progress import track

Row = dict[str, Any]

SPINS = 1000
STAKE = 1
REELS = [
    "Cherry Bar Cherry Bell Cherry Bar Seven Cherry Bell Bar Cherry Wild Cherry Bell Bar Cherry",
    "Cherry Bell Bar Cherry Bar Cherry Seven Bell Cherry Bar Cherry Wild Cherry Bar Cherry Bell",
    "Bar Cherry Bell Cherry Bar Cherry Seven Cherry Bell Cherry Bar Cherry Bell Cherry Wild Bar",
]
SYMBOLS = {
    "Cherry": {"payouts": {"2": 1, "3": 3}},
    "Bell": {"payouts": {"2": 1, "3": 8}},
    "Bar": {"payouts": {"2": 1, "3": 5}},
    "Seven": {"payouts": {"2": 3, "3": 25}},
    "Wild": {"wild": True, "payouts": {"3": 50}},
}


@contextmanager
def acting(
    conn: psycopg.Connection[Any], role: str, user: uuid.UUID | None
) -> Iterator[psycopg.Cursor[Row]]:
    """Be somebody for one transaction, as PostgREST does for one request."""
    claims = {"role": role} if user is None else {"sub": str(user), "role": role}
    with conn.transaction(), conn.cursor(row_factory=dict_row) as cursor:
        cursor.execute(
            "select set_config('request.jwt.claims', %s, true), set_config('role', %s, true)",
            [json.dumps(claims), role],
        )
        yield cursor


def play(conn: psycopg.Connection[Any], console: Console) -> None:
    """Play and print it."""
    player = uuid.uuid4()

    def call(query: str, *parameters: object) -> Row:
        """Make one call as the player."""
        with acting(conn, "authenticated", player) as cursor:
            row = cursor.execute(query.encode(), parameters).fetchone()
        assert row is not None
        return row

    def serve(query: str, *parameters: object) -> list[Row]:
        """Make one call as the service."""
        with acting(conn, "service_role", None) as cursor:
            return cursor.execute(query.encode(), parameters).fetchall()

    (game,) = serve(
        "select * from slots.create_game('Fruit and Sevens', %s, %s)",
        json.dumps({"algorithm": "hmac-sha256", "reels": [strip.split() for strip in REELS]}),
        json.dumps(SYMBOLS),
    )
    exact = game["statistical_profile"]
    console.print(
        f"A game is defined: [bold]{game['name']}[/]. Its odds, counted and not simulated: RTP"
        f" [bold]{exact['rtp']:.4%}[/], a hit every {1 / exact['hitFrequency']:.2f} spins, volatility"
        f" {exact['volatility']:.3f}, at best {exact['maxMultiplier']:g} stakes."
    )

    wallet = call("select * from slots.create_wallet('AUD', 2000, %s)", '{"perSpinFee": 0.01}')
    try:
        call("select slots.wallet_operation(%s, 'credit', 1000000, 'a gift')", wallet["wallet_id"])
    except psycopg.Error as error:
        console.print(f"The player tries to credit their own wallet: {str(error).splitlines()[0]}")
    for _ in range(2):
        (entry,) = serve(
            "select * from slots.wallet_operation(%s, 'credit', 2000, 'first deposit')",
            wallet["wallet_id"],
        )
    console.print(
        f"The service credits 2000 {wallet['currency']}, twice with the same key: the balance is"
        f" [bold]{entry['balance_after']}[/], for a retry moves nothing."
    )

    session = call(
        "select * from slots.create_session(%s, %s, %s, 'my lucky number is 7')",
        game["game_id"], '{"behaviorType": "steady", "maxBet": 5}', wallet["wallet_id"],
    )  # fmt: skip
    console.print(
        f"A session opens. The SHA-256 of its secret server seed is public now: {session['server_seed_hash'].hex()}"
    )

    def act(action: Row, key: str) -> Row:
        return call(
            "select * from slots.act(%s, %s, %s)", session["session_id"], json.dumps(action), key
        )

    try:
        act({"type": "Spin", "amount": STAKE}, "both at once")
    except psycopg.Error as error:
        console.print(
            f"The player bets and wants to see the draw in one transaction: {str(error).splitlines()[0]}"
        )
    act({"type": "PlaceBet", "amount": STAKE}, "first bet")
    best: Row | None = None
    for number in track(range(SPINS), f"{SPINS} spins", console=console, transient=True):
        # each spin settles the bet of the transaction before, and places the next
        following = {"next": {"amount": STAKE}} if number < SPINS - 1 else {}
        spin = act({"type": "Spin"} | following, f"spin {number}")
        if best is None or spin["result"]["payout"] > best["result"]["payout"]:
            best = spin
    assert best is not None
    status = call("select * from slots.session_status(%s)", session["session_id"])
    metrics = status["metrics"]
    console.print(
        f"{metrics['spins']} spins of {STAKE}: {metrics['wins']} won, {metrics['totalPayout']:g} paid,"
        f" {metrics['totalFees']:g} in fees. The balance is [bold]{status['balance']}[/]."
    )
    console.print(
        f"The best spin, number {best['nonce']}: {' '.join(best['result']['symbols'])},"
        f" {best['result']['multiplier']:g} times the stake."
    )

    entries = call(
        "select count(*) as n from slots.wallet_entries where wallet_id = %s", wallet["wallet_id"]
    )
    broken = len(serve("select * from slots.reconcile_wallets()")) + len(
        serve("select * from slots.verify_wallet(%s)", wallet["wallet_id"])
    )
    console.print(
        f"The ledger has {entries['n']} entries, each holding the hash of the one before."
        f" Reconciled and verified: [bold]{broken} problems[/]."
    )

    serve("select slots.upkeep_reports()")
    seen = call("select * from slots.fingerprint(%s)", game["game_id"])
    inside = seen["rtp_low"] <= exact["rtp"] <= seen["rtp_high"]
    console.print(
        f"Observed RTP {seen['rtp']:.4%}, 95 % interval {seen['rtp_low']:.2%} to {seen['rtp_high']:.2%}: the exact"
        f" {exact['rtp']:.4%} lies {'inside' if inside else 'outside, as it does once in twenty evenings'}."
        f" Chi-square of the symbols {seen['chi_square']:.2f} at {seen['degrees_of_freedom']} degrees of freedom."
    )

    ended = call("select * from slots.rotate_seed(%s)", session["session_id"])
    seed = call(
        "select * from slots.revealed_seeds where session_id = %s and seed_no = %s",
        session["session_id"], ended["seed_no"],
    )  # fmt: skip
    with acting(conn, "anon", None) as stranger:
        again = stranger.execute(
            "select * from slots.verify_spin(%s, %s, %s, %s)",
            (game["game_id"], seed["server_seed"], seed["client_seed"], best["nonce"]),
        ).fetchone()
    assert again is not None
    console.print(
        f"The server seed ends, and from the next transaction on anyone may know it: {seed['server_seed'].hex()}. A stranger recomputes the best spin"
        f" from it: {' '.join(again['symbols'])}, [bold]{'the same' if again['symbols'] == best['result']['symbols'] else 'ANOTHER'}[/]."
    )

    call("select * from slots.act(%s, %s)", session["session_id"], '{"type": "CashOut"}')
    learned = call("select * from slots.rl_metrics(%s)", session["session_id"])
    step = call("select * from slots.rl_export(%s, null, 1)", session["session_id"])
    console.print(
        f"The player cashes out. The episode of {learned['episode_length']} steps has a mean reward of"
        f" {learned['mean_reward']:.4f}, variance {learned['reward_variance']:.3f}. Its first step, as an agent gets it:"
    )
    console.print_json(
        data={
            key: step[key]
            for key in ("obs", "action", "reward", "next_obs", "terminated", "truncated")
        }
    )
    batch = serve("select count(*) as n from slots.rl_sample(256, 42)")
    console.print(
        f"slots.rl_sample(256, 42) draws {batch[0]['n']} experiences from the whole store; scripts/gamekeeper export"
        " streams all of them to JSON lines or Parquet."
    )
