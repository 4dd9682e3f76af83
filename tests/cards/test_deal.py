"""A second implementation of the deal, written from docs/cards.md and nothing else."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path

import psycopg

DOCS = (Path(__file__).parents[2] / "docs/cards.md").read_text()

SUITS = ("clubs", "diamonds", "hearts", "spades")
RANKS = ("2", "3", "4", "5", "6", "7", "8", "9", "10", "J", "Q", "K", "A")


def sha256(text: str) -> bytes:
    """Hash a text."""
    return hashlib.sha256(text.encode()).digest()


def stream(round_seed: str) -> Iterator[int]:
    """Yield the bytes that the shuffle draws from."""
    counter = 0
    while True:
        yield from sha256(f"{round_seed}:{counter}")
        counter += 1


def shuffled(round_seed: str, decks: int) -> list[int]:
    """Return the deck as card numbers, the first card dealt first."""
    deck = list(range(52 * decks))
    numbers = stream(round_seed)
    for last in range(len(deck) - 1, 0, -1):
        choices = last + 1
        while (byte := next(numbers)) >= 256 - 256 % choices:
            pass
        pick = byte % choices
        deck[last], deck[pick] = deck[pick], deck[last]
    return deck


def card_id(card: int) -> str:
    """Name a card number."""
    return f"d{card // 52}:{SUITS[card % 52 // 13]}:{RANKS[card % 13]}"


def deal(session_seed: str, round_index: int, players: list[str]) -> dict[str, object]:
    """Deal one round to the players who take part, in the order of their seats."""
    round_seed = sha256(f"{session_seed}:{round_index}").hex()
    return {"roundSeed": round_seed, **cut(round_seed, 10 - round_index, players, len(players))}


def cut(round_seed: str, cards: int, players: list[str], seats: int) -> dict[str, object]:
    """Deal from the shuffled deck."""
    deck = shuffled(round_seed, 1 if seats <= 5 else 2)
    count = len(players)
    return {
        "hands": {
            player: [card_id(deck[turn * count + place]) for turn in range(cards)]
            for place, player in enumerate(players)
        },
        "trump": card_id(deck[count * cards]),
        "deckStateHash": hashlib.sha256(f"{round_seed}:".encode() + bytes(deck)).hexdigest(),
    }


def test_every_deal_follows_from_the_seed(owner: psycopg.Connection) -> None:
    """From the revealed seed alone all hands, trumps and commitments of games of 2 to 10 come out."""
    with owner.transaction(force_rollback=True):
        for seats in range(2, 11):
            row = owner.execute("select cards.simulate_game(%s)", [seats]).fetchone()
            assert row is not None
            rows = owner.execute(
                "select type, payload from cards.game_events where game_id = %s order by event_index",
                [row[0]],
            ).fetchall()
            (created,) = [p for kind, p in rows if kind == "game_created"]
            players = [p["playerId"] for kind, p in rows if kind == "player_joined"]
            started = [p for kind, p in rows if kind == "round_started"]
            dealt = [p for kind, p in rows if kind == "cards_dealt"]
            turned = [p for kind, p in rows if kind == "trump_revealed"]
            assert len(started) == len(dealt) == len(turned) == 10
            for index in range(10):
                ours = deal(created["sessionSeed"], index, players)
                assert started[index]["roundSeed"] == ours["roundSeed"]
                assert dealt[index]["hands"] == ours["hands"]
                assert dealt[index]["deckStateHash"] == ours["deckStateHash"]
                assert turned[index]["card"]["id"] == ours["trump"]


def test_awkward_seeds_hash_as_their_bytes(owner: psycopg.Connection) -> None:
    """Backslashes, hex look-alikes and other alphabets are hashed as their UTF-8 bytes."""
    for seed in ("\\x00", "a\\b\\\\c", "Ünïcode ♠", "0", "x" * 256):
        row = owner.execute(
            "select cards.sha256_hex(%(seed)s), cards.shuffle(%(seed)s, 2)", {"seed": seed}
        ).fetchone()
        assert row == (sha256(seed).hex(), bytes(shuffled(seed, 2)))


def test_the_shuffle_has_no_bias(owner: psycopg.Connection) -> None:
    """Chi-square over 100 000 shuffles: every card is equally often at every place.

    The table of places and cards has 51 x 51 degrees of freedom. The seeds are fixed, so the result
    never varies; the bound is six standard deviations from the mean.
    """
    shuffles = 100_000
    counts = owner.execute(
        """
        select place, card, count(*)
        from generate_series(1, %s) as n
        cross join lateral (select cards.shuffle('chi ' || n, 1) as deck offset 0) as s
        cross join generate_series(0, 51) as place
        cross join lateral (select get_byte(s.deck, place) as card) as c
        group by place, card
        """,
        [shuffles],
    ).fetchall()
    assert len(counts) == 52 * 52
    expected = shuffles / 52
    chi_square = sum((count - expected) ** 2 / expected for _, _, count in counts)
    freedom = 51 * 51
    assert abs(chi_square - freedom) < 6 * (2 * freedom) ** 0.5


def test_the_example_of_the_docs() -> None:
    """What docs/cards.md gives to check a program with is right."""
    example = dict(re.findall(r"^\| (`\w+`|first cards|trump)[^|]*\| (`.*`) \|$", DOCS, re.M))
    round_seed = sha256("an example:0").hex()
    deck = shuffled(round_seed, 1)
    assert example["`sessionSeedHash`"] == f"`{sha256('an example').hex()}`"
    assert example["`roundSeed`"] == f"`{round_seed}`"
    assert example["first cards"] == " ".join(f"`{card_id(card)}`" for card in deck[:6])
    assert example["trump"] == f"`{card_id(deck[30])}`"
    assert (
        example["`deckStateHash`"]
        == f"`{cut(round_seed, 10, ['a', 'b', 'c'], 3)['deckStateHash']}`"
    )


def test_the_docs_name_the_keys_of_each_event(owner: psycopg.Connection) -> None:
    """The example of each event in docs/cards.md has the keys that the event has in a game; all 25 types are there."""
    examples = {
        kind: set(json.loads(payload)) | {"_v"}
        for kind, payload in re.findall(r"^\| `(\w+)` \| `({.*})` \|", DOCS, re.M)
    }
    assert len(examples) == 25
    with owner.transaction(force_rollback=True):
        owner.execute("select test.cards_random_game(3, 0.25, false), cards.simulate_game(2)")
        seen = owner.execute(
            "select distinct type, array(select jsonb_object_keys(payload)) from cards.game_events"
        ).fetchall()
    assert len(seen) >= 13
    for kind, keys in seen:
        # fallback moves are marked, and who is marked absent for silence
        assert set(keys) - {"fallback"} in (examples[kind], examples[kind] | {"reason"}), kind
