"""Followers of the two feeds: the log of a card game and the events of a session."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from uuid import UUID

from gamekeeper.api import CardsEventRecord, Gamekeeper, SparcSessionEvent
from gamekeeper.runtime import Follower, follow

PAGE = 100
# The published row of these lacks texts that list_session_events joins in (docs/sparc.md, "The feed").
WITH_TEXTS = {
    "player_joined",
    "player_returned",
    "player_left",
    "player_kicked",
    "session_updated",
    "roll_declared",
    "dice_rolled",
    "roll_revealed",
}


def follow_game(
    db: Gamekeeper, game_id: UUID, arrivals: Iterable[None], *, after_index: int = -1
) -> Iterator[CardsEventRecord]:
    """Yield each event of a game, in order: those after an index, then, with each arrival, what came since.

    An arrival is a sign to look: a published row of cards.game_feed, a tick of a clock.
    """
    follower = Follower[CardsEventRecord](
        after_index,
        lambda event: event.event_index,
        lambda last: db.cards.list_events(game_id, last, PAGE),
    )
    return follow(follower, arrivals)


def follow_session(
    db: Gamekeeper,
    session_id: UUID,
    arrivals: Iterable[SparcSessionEvent | None],
    *,
    after_seq: int = 0,
) -> Iterator[SparcSessionEvent]:
    """Yield each event of a session, in order: those after a number, then, with each arrival, what came since.

    An arrival is a published row, or None as a sign to look. Raises Gap where the feed no longer has what comes next.
    """
    follower = Follower[SparcSessionEvent](
        after_seq,
        lambda event: event.seq,
        lambda last: db.sparc.list_session_events(session_id, last, PAGE),
    )
    whole = (
        None if arrival is None or arrival.event_type in WITH_TEXTS else arrival
        for arrival in arrivals
    )
    return follow(follower, whole)
