"""Where a call goes when the platform is spread over several servers: the map, the slots, and the way to each shard.

    shards = Shards(Kept(any_address), Kept)
    db = Gamekeeper(shards, Caller.user(user_id))

On one machine there is no map, and every call goes to the one server.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager, AbstractContextManager
from dataclasses import dataclass
from typing import Any, Literal
from uuid import UUID

import psycopg

Connect = Callable[[], AbstractContextManager["psycopg.Connection[Any]"]]
AsyncConnect = Callable[[], AbstractAsyncContextManager["psycopg.AsyncConnection[Any]"]]

SLOTS = 1024
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
CODE_LENGTH = 8
LOBBY_SLOT = 1023  # of every public game of cards
HOME = "router"  # the database where definitions are written, which has no slots

# Everybody may read the map, but a login that only becomes its callers has no right of its own.
BE_A_STRANGER = "select set_config('role', 'anon', true) where pg_has_role('anon', 'member')"
READ_VERSION = "select max(version) from core.current_shard_map()"
READ_MAP = "select version, shard, address, is_here, slots from core.current_shard_map()"


def slot_of(person: UUID | str) -> int:
    """Return the slot of a person: the first ten bits of SHA-256 of the id, with A to Z made small."""
    text = "".join(sign.lower() if sign.isascii() else sign for sign in str(person))
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:2]) >> 6


def slot_in(made: UUID | str) -> int:
    """Return the slot that an id carries: the ten bits after the variant."""
    return (UUID(str(made)).int >> 52) & (SLOTS - 1)


def slot_of_code(code: str) -> int | None:
    """Return the slot that a join code of cards carries; None for what is no such code."""
    letters = code.strip(" ").upper()
    if len(letters) != CODE_LENGTH or any(letter not in ALPHABET for letter in letters):
        return None
    first, second, third = (ALPHABET.index(letter) for letter in letters[:3])
    return (first * 961 + second * 31 + third) % SLOTS


@dataclass(frozen=True)
class ShardMap:
    """Which shard each slot lives on, and how each shard is reached."""

    version: int
    addresses: Mapping[str, str]
    shards: tuple[str, ...]  # of slots 0 to 1023; of nothing on one machine

    @classmethod
    def of_rows(cls, rows: list[tuple[int, str, str, bool, list[int]]]) -> ShardMap:
        """Return the map that core.current_shard_map() answers."""
        found = {slot: shard for _, shard, _, _, slots in rows for slot in slots}
        return cls(
            max((row[0] for row in rows), default=0),
            {shard: address for _, shard, address, _, _ in rows},
            tuple(found[slot] for slot in sorted(found)),
        )

    def names(self) -> list[str]:
        """Return the shards that have slots, in order."""
        return sorted(set(self.shards))

    def servers(self) -> list[str]:
        """Return all shards, in order, also those without slots: they may have a profile, or know who has left."""
        return sorted(set(self.addresses) - {HOME})


@dataclass(frozen=True)
class Way:
    """Where a call goes: to the shard of a slot, to all shards one after the other, or to the home of definitions.

    What it goes to for a game is told the caller's profile first, where the caller lives elsewhere.
    """

    kind: Literal["slot", "all", "pages", "export", "home"]
    slot: int = 0
    is_game: bool = False


class NoWay(ValueError):
    """The call is about all that one server has: say which, with Shards.only(name). The router answers some for all servers."""


# Is about whatever lives on the server that is asked: where there are several, the caller says which.
ONE_SERVER = {
    "cards.due_games", "cards.expire_turns", "cards.gauges", "cards.leaderboard", "cards.rebuild_careers",
    "cards.rebuild_lifetime_stats", "cards.rebuild_results",
    "core.erase_persons", "core.health", "core.maintain_once",
    "core.maintenance_steps", "core.merge_accounts", "core.partition_gauges", "core.record_backup", "core.record_drill",
    "core.run_task", "core.set_shard_map", "core.task_gauges",
    "slots.fingerprint", "slots.gauges", "slots.house_balances", "slots.reconcile_house", "slots.reconcile_wallets", "slots.refresh_metrics",
    "slots.list_rl_datasets", "slots.list_rl_policies", "slots.reseed_batch", "slots.rl_choose", "slots.rl_create_dataset",
    "slots.rl_create_policy", "slots.rl_drop_dataset", "slots.rl_evaluate",
    "slots.rl_export_dataset", "slots.rl_sample", "slots.rl_update_priorities", "slots.rl_verify_dataset", "slots.session_metrics", "slots.shut_play",
    "slots.tail_report", "slots.upkeep_reports", "slots.upkeep_sessions",
    "xp.around_me", "xp.claim_stats_rows", "xp.close_season", "xp.gauges", "xp.leaderboard", "xp.ranks_of", "xp.rebuild_balances",
    "xp.rebuild_batch", "xp.rebuild_scores", "xp.rebuild_streaks", "xp.reconcile", "xp.recount_board", "xp.user_rank",
}  # fmt: skip
# Pages of what may be anywhere, newest first by the id of a game.
PAGES = {
    "cards.list_player_games": "game_id",
    "cards.my_games": "game_id",
}
PAGE_SIZE = 50  # of each, where the caller asks for no other
# Pages of what all shards keep of a person, in one order of all rows.
EXPORTS = {"core.export_my_data", "core.export_person"}
EXPORT_PAGE_SIZE = 100  # of each, where the caller asks for no other
# Takes a seat in a public game, which all have the lobby's slot; one with an argument does, where that is true.
LOBBY = {"cards.create_game": "is_public", "cards.matchmake": None}
# Reads what is in the lobby.
ROOMS = {"cards.list_rooms", "cards.room_history"}
# Has to be known to every shard.
ALL = {"core.close_account", "core.erase_person", "core.reopen_account"}
DEFINITIONS = {
    "core.set_setting", "slots.create_game", "slots.retire_game",
    "xp.activate_rule", "xp.create_rule", "xp.create_season", "xp.extend_season", "xp.retire_rule", "xp.set_levels",
}  # fmt: skip

# The arguments that name what a call of a system is about; the first that is given says the slot.
KEYS = {
    "cards": (("game_id", "game"), ("join_code", "code")),
    "slots": (("session_id", "id"), ("wallet_id", "id")),
    "xp": (("user_id", "number"),),
}
# Else the person that an argument names, else who calls. All of sparc has slot 0.
OWNERS = ("owner_id", "external_user_id", "user_id")


def way_of(name: str, given: Mapping[str, Any], person: str | None) -> Way:
    """Return where a call goes; person is the id of the user who calls, if there is one."""
    if name in ONE_SERVER:
        raise NoWay(f"{name} is about all that one server has; say which, with Shards.only(name)")
    if name in PAGES:
        return Way("pages")
    if name in ALL or name in EXPORTS:
        slot = slot_of(given.get("person_id") or person or "")
        return Way("all", slot) if name in ALL else Way("export", slot)
    if name in DEFINITIONS:
        return Way("home")
    if name in ROOMS:
        return Way("slot", LOBBY_SLOT)
    if name in LOBBY:
        wanted = LOBBY[name]
        if wanted is None or given.get(wanted) is True:
            return Way("slot", LOBBY_SLOT, is_game=True)
    system = name.split(".")[0]
    for key, kind in KEYS.get(system, ()):
        named = slot_by(kind, given.get(key))
        if named is not None:
            return Way("slot", named, is_game=kind in ("game", "code"))
    owner = next((given[key] for key in OWNERS if given.get(key)), person)
    return Way("slot", slot_of(owner) if owner and system != "sparc" else 0)


def slot_by(kind: str, value: Any) -> int | None:
    """Return the slot that an argument of some kind says; None where it says none."""
    if value is None:
        return None
    if kind == "code":
        return slot_of_code(value)
    return int(value) % SLOTS if kind == "number" else slot_in(value)


class _Known:
    """The map that is known, and what was brought where."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.map: ShardMap | None = None
        self.ways: dict[str, Any] = {}
        self.brought: set[tuple[str, str]] = set()  # of a person, the shards that know the profile

    def forget_profile(self, person: str | None) -> None:
        """Bring a profile anew wherever its player goes next: it changes."""
        self.brought = {(who, shard) for who, shard in self.brought if who != person}


class Shards(_Known):
    """The servers of one platform, for Gamekeeper. Fetches the map when it is needed, and again when a shard says that it is old."""

    def __init__(self, connect: Connect, open_address: Callable[[str], Connect]) -> None:
        """Take a way to any of the servers, and what makes a way of an address of the map."""
        super().__init__()
        self.connect = connect
        self.open_address = open_address

    def __call__(self) -> AbstractContextManager[psycopg.Connection[Any]]:
        """Connect to the shard of sparc, and on one machine to the server."""
        return self.of_slot(0)()

    def known_map(self) -> ShardMap:
        """Return the map, fetched once."""
        return self.map or self.fetch_map(self.connect)

    def fetch_map(self, connect: Connect) -> ShardMap:
        """Return the map that a server has, and keep it where it is newer than the known one."""
        with connect() as connection, connection.transaction():
            connection.execute(BE_A_STRANGER)
            found = ShardMap.of_rows(connection.execute(READ_MAP).fetchall())
        with self.lock:
            if self.map is None or found.version >= self.map.version:
                self.map = found
            return self.map

    def refresh(self, version: int) -> bool:
        """Ask the shards for a map of this version, and tell whether one had it."""
        return any(self.fetch_map(self.only(shard)).version >= version for shard in self.names())

    def only(self, shard: str) -> Connect:
        """Return the way to one shard, for calls about all that it has."""
        address = self.known_map().addresses[shard]
        with self.lock:
            if address not in self.ways:
                self.ways[address] = self.open_address(address)
            way: Connect = self.ways[address]
            return way

    def names(self) -> list[str]:
        """Return the names of the shards that have slots."""
        return self.known_map().names()

    def servers(self) -> list[str]:
        """Return the names of all shards."""
        return self.known_map().servers()

    def of_slot(self, slot: int) -> Connect:
        """Return the way to the shard of a slot."""
        shards = self.known_map().shards
        return self.only(shards[slot]) if shards else self.connect

    def of_person(self, person: UUID | str) -> Connect:
        """Return the way to where a person lives: their tables of slots and xp can be read there."""
        return self.of_slot(slot_of(person))

    def of_id(self, made: UUID | str) -> Connect:
        """Return the way to where a wallet, a session of slots or a game of cards lives."""
        return self.of_slot(slot_in(made))

    def of_sparc(self) -> Connect:
        """Return the way to where sparc lives."""
        return self.of_slot(0)

    def of_definitions(self) -> Connect:
        """Return the way to where definitions are written."""
        found = self.known_map()
        return self.only(HOME) if HOME in found.addresses else self.connect


class AsyncShards(_Known):
    """The same, awaited."""

    def __init__(self, connect: AsyncConnect, open_address: Callable[[str], AsyncConnect]) -> None:
        """Take a way to any of the servers, and what makes a way of an address of the map."""
        super().__init__()
        self.connect = connect
        self.open_address = open_address

    def __call__(self) -> AbstractAsyncContextManager[psycopg.AsyncConnection[Any]]:
        """Connect to the server that was named first."""
        return self.connect()

    async def known_map(self) -> ShardMap:
        """Return the map, fetched once."""
        return self.map or await self.fetch_map(self.connect)

    async def fetch_map(self, connect: AsyncConnect) -> ShardMap:
        """Return the map that a server has, and keep it where it is newer than the known one."""
        async with connect() as connection, connection.transaction():
            await connection.execute(BE_A_STRANGER)
            cursor = await connection.execute(READ_MAP)
            found = ShardMap.of_rows(await cursor.fetchall())
        if self.map is None or found.version >= self.map.version:
            self.map = found
        return self.map

    async def refresh(self, version: int) -> bool:
        """Ask the shards for a map of this version, and tell whether one had it."""
        for shard in await self.names():
            if (await self.fetch_map(await self.only(shard))).version >= version:
                return True
        return False

    async def only(self, shard: str) -> AsyncConnect:
        """Return the way to one shard, for calls about all that it has."""
        address = (await self.known_map()).addresses[shard]
        if address not in self.ways:
            self.ways[address] = self.open_address(address)
        way: AsyncConnect = self.ways[address]
        return way

    async def names(self) -> list[str]:
        """Return the names of the shards that have slots."""
        return (await self.known_map()).names()

    async def servers(self) -> list[str]:
        """Return the names of all shards."""
        return (await self.known_map()).servers()

    async def of_slot(self, slot: int) -> AsyncConnect:
        """Return the way to the shard of a slot."""
        shards = (await self.known_map()).shards
        return await self.only(shards[slot]) if shards else self.connect

    async def of_person(self, person: UUID | str) -> AsyncConnect:
        """Return the way to where a person lives: their tables of slots and xp can be read there."""
        return await self.of_slot(slot_of(person))

    async def of_id(self, made: UUID | str) -> AsyncConnect:
        """Return the way to where a wallet, a session of slots or a game of cards lives."""
        return await self.of_slot(slot_in(made))

    async def of_sparc(self) -> AsyncConnect:
        """Return the way to where sparc lives."""
        return await self.of_slot(0)

    async def of_definitions(self) -> AsyncConnect:
        """Return the way to where definitions are written."""
        found = await self.known_map()
        return await self.only(HOME) if HOME in found.addresses else self.connect
