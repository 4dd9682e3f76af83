"""A second implementation of summaries and lifetime statistics, written from the specification, that reads logs only."""

from __future__ import annotations

from itertools import groupby
from typing import Any

import psycopg

Event = tuple[str, dict[str, Any]]


def longest(values: list[bool]) -> int:
    """Return the longest run of true ones."""
    return max((len(list(run)) for value, run in groupby(values) if value), default=0)


def summary(log: list[Event]) -> dict[str, Any]:
    """Tell the result of a completed game from its log."""
    bots: dict[str, bool] = {}
    seats: list[str] = []
    misplays: dict[str, int] = {}
    rounds: list[dict[str, Any]] = []
    for kind, payload in log:
        player = payload.get("playerId", "")
        match kind:
            case "player_joined":
                seats.append(player)
                bots[player] = payload["isBot"]
            case "invalid_action":
                misplays[player] = misplays.get(player, 0) + 1
            case "round_started":
                rounds.append(
                    {
                        "roundIndex": payload["roundIndex"],
                        "cardsPerPlayer": payload["cardsPerPlayer"],
                        "bids": {},  # who is absent has neither bid nor tricks
                        "tricksWon": {},
                    }
                )
            case "cards_dealt":
                rounds[-1]["tricksWon"] = dict.fromkeys(payload["hands"], 0)
            case "trump_revealed":
                rounds[-1]["trumpSuit"] = payload["card"]["suit"]
            case "player_bid":
                rounds[-1]["bids"][player] = payload["bid"]
            case "trick_completed":
                rounds[-1]["tricksWon"][payload["winningPlayerId"]] += 1
            case _:
                pass
    for one in rounds:
        bids, tricks = one["bids"], one["tricksWon"]
        one["scoreDelta"] = dict.fromkeys(seats, 0) | {
            seat: 5 + bid if bid == tricks[seat] else -5 - bid for seat, bid in bids.items()
        }
    scores = {seat: sum(one["scoreDelta"][seat] for one in rounds) for seat in seats}
    players = [
        {
            "playerId": seat,
            "isBot": bots[seat],
            "seatIndex": index,
            "score": scores[seat],
            "totalTricksWon": sum(one["tricksWon"].get(seat, 0) for one in rounds),
            "highestBid": max(
                (one["bids"][seat] for one in rounds if seat in one["bids"]), default=None
            ),
            "misplays": misplays.get(seat, 0),
            "longestWinStreak": longest([one["scoreDelta"][seat] > 0 for one in rounds]),
            "longestLossStreak": longest([one["scoreDelta"][seat] < 0 for one in rounds]),
            "isWinner": scores[seat] == max(scores.values()),
        }
        for index, seat in enumerate(seats)
    ]
    return {
        "players": players,
        "rounds": rounds,
        "final_scores": scores,
        "highest_bid": max(
            (p["highestBid"] for p in players if p["highestBid"] is not None), default=None
        ),
        "highest_score": max(scores.values()),
        "lowest_score": min(scores.values()),
        "most_consecutive_wins": max(p["longestWinStreak"] for p in players),
        "most_consecutive_losses": max(p["longestLossStreak"] for p in players),
        "highest_misplay": max(p["misplays"] for p in players),
    }


def lifetime(results: list[dict[str, Any]]) -> tuple[object, ...]:
    """Tell a player's lifetime statistics from the results of the games, in the order of completion."""
    scores = [result["score"] for result in results]
    return (
        len(results),
        sum(result["isWinner"] for result in results),
        max(scores),
        min(scores),
        sum(scores),
        sum(result["totalTricksWon"] for result in results),
        longest([result["isWinner"] for result in results]),
        longest([not result["isWinner"] for result in results]),
    )


def logs(conn: psycopg.Connection[Any]) -> dict[object, list[Event]]:
    """Return the logs of all games, in the order in which they were made."""
    rows = conn.execute(
        "select game_id, type, payload from cards.game_events order by game_id, event_index"
    ).fetchall()
    return {
        game: [(kind, payload) for _, kind, payload in events]
        for game, events in groupby(rows, key=lambda row: row[0])
    }


def compare(conn: psycopg.Connection[Any]) -> list[dict[str, Any]]:
    """Compare all summaries and lifetime statistics with what the logs say; return the summaries."""
    told = {game: summary(log) for game, log in logs(conn).items()}
    for game, expected in told.items():
        row = conn.execute(
            "select to_jsonb(s) from cards.game_summaries as s where s.game_id = %s", [game]
        ).fetchone()
        assert row
        assert {key: row[0][key] for key in expected} == expected
    careers: dict[str, list[dict[str, Any]]] = {}
    for one in told.values():
        for player in one["players"]:
            careers.setdefault(player["playerId"], []).append(player)
    stored = conn.execute(
        "select player_id::text, games_played, games_won, highest_score, lowest_score, total_points, total_tricks_won,"
        " most_consecutive_wins, most_consecutive_losses from cards.player_lifetime_stats"
    ).fetchall()
    assert {player: tuple(rest) for player, *rest in stored} == {
        player: lifetime(results) for player, results in careers.items()
    }
    return list(told.values())


def test_random_games_of_people(owner: psycopg.Connection[Any]) -> None:
    """Games with misplays, forfeits and people who were away for rounds."""
    with owner.transaction(force_rollback=True):
        for number in range(9):
            row = owner.execute(
                "select test.cards_random_game(%s, %s, false)", [2 + number, number / 30]
            ).fetchone()
            assert row == (None,)
        told = compare(owner)
    players = [player for one in told for player in one["players"]]
    assert len(told) == 9
    assert any(player["misplays"] > 2 for player in players)
    assert any(len(one["bids"]) < len(game["players"]) for game in told for one in game["rounds"])


def test_careers_of_bots(owner: psycopg.Connection[Any]) -> None:
    """Where bots have careers: many games with streaks and shared wins."""
    with owner.transaction(force_rollback=True):
        owner.execute(
            "update core.settings set value = 'true' where name = 'cards.bots_have_lifetime_stats'"
        )
        for number in range(40):
            owner.execute("select cards.simulate_game(%s, %s)", [2 + number % 4, f"{number}"])
        told = compare(owner)
    assert any(sum(player["isWinner"] for player in one["players"]) > 1 for one in told)
