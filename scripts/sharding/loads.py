"""What each slot had written of late, and which slots would better live elsewhere (docs/scale.md, "Moving slots")."""

from collections.abc import Mapping, Sequence

from gamekeeper.shards import LOBBY_SLOT

from sharding.platform import HOME, Platform

HOURS = 24
ENOUGH = 1.1  # of the mean: a shard that has no more is left as it is
# The slot of sparc does not move, and the lobby would be closed for longer than others, which can go in its place.
STAY = {0, LOBBY_SLOT}

# Every command leaves a row in one of these. They are read whole, but for partitions that are older.
WRITTEN = """
select o.slot, count(*)
from (
  select core.slot_in(w.wallet_id) from slots.wallet_entries as w where w.created_at > now() - make_interval(hours => %(hours)s)
  union all
  select core.slot_in(e.session_id) from slots.gameplay_events as e where e.timestamp > now() - make_interval(hours => %(hours)s)
  union all
  select core.slot_in(e.game_id) from cards.game_events as e where e.created_at > now() - make_interval(hours => %(hours)s)
  union all
  select (l.user_id %% 1024)::integer from xp.xp_ledger as l where l.created_at > now() - make_interval(hours => %(hours)s)
  union all
  select 0 from sparc.session_events as e where e.created_at > now() - make_interval(hours => %(hours)s)
) as o (slot)
where not core.is_elsewhere(o.slot)
group by o.slot"""


def of_slots(platform: Platform) -> dict[int, int]:
    """Return how many rows each slot had written within a day, on the shard where it lives."""
    found: dict[int, int] = {}
    for name, server in platform.servers.items():
        if name != HOME:
            with server.connect() as conn:
                found |= dict(conn.execute(WRITTEN.encode(), {"hours": HOURS}).fetchall())
    return found


def of_shards(
    loads: Mapping[int, int], shards: Sequence[str], names: Sequence[str]
) -> dict[str, int]:
    """Return how many rows all slots of each shard had written; shards without slots too."""
    found = dict.fromkeys(names, 0)
    for slot, load in loads.items():
        found[shards[slot]] += load
    return found


def proposals(
    loads: Mapping[int, int], shards: Sequence[str], names: Sequence[str]
) -> list[tuple[int, str]]:
    """Return moves that even shards out, best first: each takes the slot that brings the busiest and the idlest closest together."""
    lives_on = list(shards)
    found: list[tuple[int, str]] = []
    sums = of_shards(loads, lives_on, names)
    mean = sum(sums.values()) / len(sums)
    while True:
        busiest, idlest = max(names, key=sums.__getitem__), min(names, key=sums.__getitem__)
        gap = sums[busiest] - sums[idlest]
        gains = {
            slot: min(load, gap - load)
            for slot, load in loads.items()
            if lives_on[slot] == busiest and slot not in STAY
        }
        best = max(gains, key=lambda slot: (gains[slot], -slot), default=None)
        if sums[busiest] <= ENOUGH * mean or best is None or gains[best] <= 0:
            return found
        found.append((best, idlest))
        lives_on[best] = idlest
        sums[busiest] -= loads[best]
        sums[idlest] += loads[best]
