"""What the generated module stands on: who calls, how a call becomes a transaction, errors, tries, followers of feeds."""

from __future__ import annotations

import asyncio
import json
import random
import time
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator, Mapping
from contextlib import (
    AbstractAsyncContextManager,
    AbstractContextManager,
    asynccontextmanager,
    contextmanager,
)
from dataclasses import dataclass, fields
from typing import Any, Generic, Literal, TypeVar

import psycopg
from psycopg import sql
from psycopg.rows import dict_row
from psycopg.types.json import Jsonb

from gamekeeper.shards import (
    EXPORT_PAGE_SIZE,
    PAGE_SIZE,
    PAGES,
    READ_VERSION,
    AsyncShards,
    Shards,
    Way,
    slot_of,
    way_of,
)

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
Connect = Callable[[], AbstractContextManager["psycopg.Connection[Any]"]]
AsyncConnect = Callable[[], AbstractAsyncContextManager["psycopg.AsyncConnection[Any]"]]
R = TypeVar("R")


class GamekeeperError(Exception):
    """A call was refused. Each code of core.errors has a class of its own."""

    code = ""
    http_status = 500

    def __init__(self, message: str, detail: dict[str, Json], hint: str) -> None:
        super().__init__(message)
        self.detail = detail
        self.hint = hint


class Gap(Exception):
    """The feed does not have any more what comes next: read the session anew, then follow from `first - 1`."""

    def __init__(self, last: int, first: int) -> None:
        super().__init__(f"after {last} the feed goes on with {first}")
        self.last = last
        self.first = first


@dataclass(frozen=True)
class Caller:
    """As whom calls are made: a role, and the claims that PostgREST and Supabase would set."""

    role: Literal["anon", "authenticated", "service_role"]
    claims: Mapping[str, Json]

    @property
    def person(self) -> str | None:
        """The id of the user who calls."""
        sub = self.claims.get("sub")
        return str(sub) if sub is not None else None

    @classmethod
    def user(cls, user_id: uuid.UUID | str, **claims: Json) -> Caller:
        """Return a signed-in user."""
        return cls("authenticated", {**claims, "sub": str(user_id), "role": "authenticated"})

    @classmethod
    def operator(cls, user_id: uuid.UUID | str) -> Caller:
        """Return an operator."""
        return cls.user(user_id, app_metadata={"gamekeeper": "operator"})

    @classmethod
    def service(cls) -> Caller:
        """Return the backend itself."""
        return cls("service_role", {"role": "service_role"})

    @classmethod
    def anon(cls) -> Caller:
        """Return a stranger."""
        return cls("anon", {"role": "anon"})


@dataclass(frozen=True)
class Function:
    """How a function is called.

    Of each argument the type in SQL, what kind of type that is, and whether the server has a default for it; the class of
    its rows; what makes it safe to send it again.
    """

    name: str
    arguments: Mapping[str, tuple[str, str, bool]]
    record: type[Any] | None
    many: bool
    repeat: str
    key: str | None

    def complete(self, arguments: Mapping[str, Any]) -> dict[str, Any]:
        """Return what is sent: None leaves an argument to the server's default, and a key that is left out is made here."""
        given = {
            name: value
            for name, value in arguments.items()
            if value is not None or not self.arguments[name][2]
        }
        if self.key == "idempotency_key":
            given.setdefault(self.key, str(uuid.uuid4()))
        return given

    @property
    def columns(self) -> list[str]:
        """Return the columns that this client knows: a server of a later version may have more."""
        if self.record is None:
            return []
        return ["class" if field.name == "class_" else field.name for field in fields(self.record)]

    def may_repeat(self, given: Mapping[str, Any]) -> bool:
        """Tell whether the call can be sent again when its answer was lost."""
        return self.repeat in ("none", "natural") or self.key in given

    def statement(self, given: Mapping[str, Any]) -> sql.Composed:
        """Return the call, each argument by name and with its type."""
        parts = []
        for name in given:
            type_, kind, _ = self.arguments[name]
            form = (
                "{} => jsonb_populate_record(null::{}, {})" if kind == "record" else "{} => {}::{}"
            )
            words = [sql.SQL(type_), sql.Placeholder(name)]
            parts.append(
                sql.SQL(form).format(
                    sql.Identifier(name), *(words if kind == "record" else reversed(words))
                )
            )
        columns = sql.SQL(", ").join(map(sql.Identifier, self.columns)) if self.columns else sql.SQL("*")
        function = sql.Identifier(*self.name.split("."))
        return sql.SQL("select {} from {}({})").format(columns, function, sql.SQL(", ").join(parts))

    def values(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Return the arguments as psycopg has to send them."""
        return {
            name: Jsonb(value if kind == "json" else document(value))
            if kind in ("json", "record") and value is not None
            else value
            for name, value in given.items()
            for kind in [self.arguments[name][1]]
        }

    def answer(self, rows: list[dict[str, Any]]) -> Any:
        """Return the rows as what the function is said to return."""
        found = [
            self.record(**{safe(name): value for name, value in row.items()})
            if self.record
            else next(iter(row.values()), None)
            for row in rows
        ]
        if self.many:
            return found
        return found[0] if found else None


def safe(name: str) -> str:
    """Return the field's name for a column: `class` is a word of the language."""
    return f"{name}_" if name == "class" else name


def document(record: Any) -> dict[str, Any]:
    """Return a record as JSON, for an argument of a row type."""
    found = {name.rstrip("_"): getattr(record, name) for name in record.__dataclass_fields__}
    text = json.dumps(found, default=str)
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def is_passing(error: psycopg.Error) -> bool:
    """Tell whether the same call may succeed if it is sent again: a lost connection, a deadlock, a conflict, RETRY_LATER."""
    if isinstance(error, psycopg.errors.QueryCanceled):
        return False
    if error.sqlstate == RETRY_LATER:
        return True
    return isinstance(error, (psycopg.OperationalError, psycopg.InterfaceError))


def seconds_before(attempt: int) -> float:
    """Return how long to wait before another try: longer each time, and not all at once."""
    return 0.05 * float(2**attempt) * (0.5 + random.random())


def refused(error: psycopg.Error, errors: Mapping[str, type[GamekeeperError]]) -> Exception:
    """Return the exception of an error's code; what is no error of ours stays what it is."""
    kind = errors.get(error.sqlstate or "")
    if kind is None:
        return error
    detail: dict[str, Json] = json.loads(error.diag.message_detail or "{}")
    return kind(error.diag.message_primary or "", detail, error.diag.message_hint or "")


BECOME = "select set_config('role', %s, true), set_config('request.jwt.claims', %s, true)"

# The map is old; a slot moves, or a router did not get the answer of a shard; a profile is needed.
WRONG_SHARD = "KG013"
RETRY_LATER = "KG014"
PROFILE_NEEDED = "KG214"

READ_PROFILE = "select display_name, avatar_seed, color from cards.my_profile()"
TELL_PROFILE = "select from cards.upsert_player(%s, %s, %s)"


def sqlstate_of(error: BaseException) -> str:
    """Return the SQLSTATE of a call that was refused."""
    cause = error.__cause__
    return (cause.sqlstate or "") if isinstance(cause, psycopg.Error) else ""


def newer_version(error: BaseException) -> int:
    """Return the version of the map that the shard has which refused a call."""
    cause = error.__cause__
    detail = cause.diag.message_detail if isinstance(cause, psycopg.Error) else None
    return int(json.loads(detail or "{}").get("mapVersion") or 0)


def merged(name: str, pages: Iterable[list[Any]], given: Mapping[str, Any]) -> list[Any]:
    """Return one page of the pages of all shards: the newest rows by the key that pages go by.

    A game that was played on one shard and whose result came home to another is in the pages of both, and is one row.
    """
    found = {uuid.UUID(str(getattr(row, PAGES[name]))).int: row for page in pages for row in page}
    rows = [found[key] for key in sorted(found, reverse=True)]
    return rows[: int(given["page_size"])]


def exported(pages: Mapping[str, list[Any]], home: str, given: Mapping[str, Any]) -> list[Any]:
    """Return one page of the pages of all shards, in the order of system, table and key, each row once.

    What several shards have, such as a profile, is as the person's home has it, or else the first of them by name.
    """
    found: dict[tuple[Any, ...], Any] = {}
    for shard in sorted(pages, key=lambda name: (name != home, name)):
        for row in pages[shard]:
            found.setdefault((row.system, row.table_name, tuple(row.key)), row)
    return [found[place] for place in sorted(found)][: int(given["page_size"])]


def changing_map(errors: Mapping[str, type[GamekeeperError]], version: int) -> GamekeeperError:
    """Return what an export of all shards is refused with that could not be made by one map."""
    message = "RETRY_LATER: the map changes while all shards are asked"
    return errors[RETRY_LATER](message, {"slot": None, "mapVersion": version}, "")


@dataclass(frozen=True)
class Calls:
    """Makes calls, each in a transaction of its own, again where the answer was lost, on the shard where it belongs."""

    connect: Connect
    caller: Caller
    errors: Mapping[str, type[GamekeeperError]]
    tries: int

    def call(self, function: Function, arguments: Mapping[str, Any]) -> Any:
        """Call a function; the same key goes with every try."""
        given = function.complete(arguments)
        shards = self.connect
        if not isinstance(shards, Shards) or not shards.known_map().shards:
            way = shards.connect if isinstance(shards, Shards) else shards
            return self.send(way, function, given)
        way_to = way_of(function.name, given, self.caller.person)
        if way_to.kind == "home":
            return self.send(shards.of_definitions(), function, given)
        if way_to.kind == "export":
            return self.export(shards, way_to, function, {"page_size": EXPORT_PAGE_SIZE, **given})
        if way_to.kind == "pages":
            given = {"page_size": PAGE_SIZE, **given}
        elif way_to.kind == "all":
            shards.fetch_map(shards.of_slot(way_to.slot))
        if way_to.kind in ("pages", "all"):
            asked = shards.names() if way_to.kind == "pages" else shards.servers()
            answers = {name: self.send(shards.only(name), function, given) for name in asked}
            if way_to.kind == "pages":
                return merged(function.name, answers.values(), given)
            return answers[shards.known_map().shards[way_to.slot]]
        return self.routed(shards, way_to, function, given)

    def export(self, shards: Shards, way: Way, function: Function, given: Mapping[str, Any]) -> Any:
        """Ask every shard, and join what they have. All have to have one map, before and after, or rows that move are missed."""
        version = 0
        for attempt in range(self.tries):
            known = shards.fetch_map(shards.of_slot(way.slot))
            pages, versions = {}, {known.version}
            for name in known.servers():
                shard = shards.only(name)
                versions.add(self.map_version(shard))
                pages[name] = self.send(shard, function, given)
                versions.add(self.map_version(shard))
            if len(versions) == 1:
                return exported(pages, known.shards[way.slot], given)
            version = max(versions)
            shards.refresh(version)
            if attempt + 1 < self.tries:
                time.sleep(seconds_before(attempt))
        raise changing_map(self.errors, version)

    def map_version(self, connect: Connect) -> int:
        """Return the version of the map that a server has."""
        return int(self.rows(connect, READ_VERSION, [])[0][0] or 0)

    def routed(self, shards: Shards, way: Way, function: Function, given: Mapping[str, Any]) -> Any:
        """Send a call to the shard of its slot; a shard that is refused for an old map is asked for the new one."""
        for attempt in range(self.tries):
            shard = shards.known_map().shards[way.slot]
            try:
                if way.is_game:
                    self.bring_profile(shards, shard)
                if function.name == "cards.upsert_player":
                    shards.forget_profile(self.caller.person)
                return self.send(shards.only(shard), function, given)
            except Exception as error:
                state = sqlstate_of(error)
                if attempt + 1 == self.tries:
                    raise
                newer = newer_version(error) if state == WRONG_SHARD else 0
                if newer > shards.known_map().version and shards.refresh(newer):
                    continue
                if state == PROFILE_NEEDED:
                    shards.brought.discard((self.caller.person or "", shard))
                elif state != WRONG_SHARD:
                    raise
            time.sleep(seconds_before(attempt))
        raise ValueError("tries must be 1 or more")

    def bring_profile(self, shards: Shards, shard: str) -> None:
        """Tell a shard the caller's profile where the caller lives on another, the first time that they go there."""
        person = self.caller.person
        if self.caller.role != "authenticated" or person is None:
            return
        home = shards.known_map().shards[slot_of(person)]
        if home == shard or (person, shard) in shards.brought:
            return
        (profile,) = self.rows(shards.only(home), READ_PROFILE, [])
        self.rows(shards.only(shard), TELL_PROFILE, profile)
        shards.brought.add((person, shard))

    def rows(self, connect: Connect, query: str, values: Any) -> list[tuple[Any, ...]]:
        """Return the rows of a query that the caller may make, and that may be made again."""
        return self.again(
            connect, lambda c: c.execute(query.encode(), values).fetchall(), safe=True
        )

    def send(self, connect: Connect, function: Function, given: Mapping[str, Any]) -> Any:
        """Call a function on one server."""

        def ask(connection: psycopg.Connection[Any]) -> list[dict[str, Any]]:
            cursor = connection.cursor(row_factory=dict_row)
            return cursor.execute(function.statement(given), function.values(given)).fetchall()

        return function.answer(self.again(connect, ask, safe=function.may_repeat(given)))

    def again(
        self, connect: Connect, ask: Callable[[psycopg.Connection[Any]], list[R]], *, safe: bool
    ) -> list[R]:
        """Ask as the caller, and again where that is safe and may help."""
        for attempt in range(self.tries):
            try:
                with connect() as connection, connection.transaction():
                    connection.execute(BECOME, [self.caller.role, json.dumps(self.caller.claims)])
                    return ask(connection)
            except psycopg.Error as error:
                if not safe or not is_passing(error) or attempt + 1 == self.tries:
                    raise refused(error, self.errors) from error
            time.sleep(seconds_before(attempt))
        raise ValueError("tries must be 1 or more")


@dataclass(frozen=True)
class AsyncCalls:
    """The same, awaited."""

    connect: AsyncConnect
    caller: Caller
    errors: Mapping[str, type[GamekeeperError]]
    tries: int

    async def call(self, function: Function, arguments: Mapping[str, Any]) -> Any:
        """Call a function; the same key goes with every try."""
        given = function.complete(arguments)
        shards = self.connect
        if not isinstance(shards, AsyncShards) or not (await shards.known_map()).shards:
            way = shards.connect if isinstance(shards, AsyncShards) else shards
            return await self.send(way, function, given)
        way_to = way_of(function.name, given, self.caller.person)
        if way_to.kind == "home":
            return await self.send(await shards.of_definitions(), function, given)
        if way_to.kind == "export":
            given = {"page_size": EXPORT_PAGE_SIZE, **given}
            return await self.export(shards, way_to, function, given)
        if way_to.kind == "pages":
            given = {"page_size": PAGE_SIZE, **given}
        elif way_to.kind == "all":
            await shards.fetch_map(await shards.of_slot(way_to.slot))
        if way_to.kind in ("pages", "all"):
            asked = await (shards.names() if way_to.kind == "pages" else shards.servers())
            answers = {
                name: await self.send(await shards.only(name), function, given) for name in asked
            }
            if way_to.kind == "pages":
                return merged(function.name, answers.values(), given)
            return answers[(await shards.known_map()).shards[way_to.slot]]
        return await self.routed(shards, way_to, function, given)

    async def export(
        self, shards: AsyncShards, way: Way, function: Function, given: Mapping[str, Any]
    ) -> Any:
        """Ask every shard, and join what they have. All have to have one map, before and after, or rows that move are missed."""
        version = 0
        for attempt in range(self.tries):
            known = await shards.fetch_map(await shards.of_slot(way.slot))
            pages, versions = {}, {known.version}
            for name in known.servers():
                shard = await shards.only(name)
                versions.add(await self.map_version(shard))
                pages[name] = await self.send(shard, function, given)
                versions.add(await self.map_version(shard))
            if len(versions) == 1:
                return exported(pages, known.shards[way.slot], given)
            version = max(versions)
            await shards.refresh(version)
            if attempt + 1 < self.tries:
                await asyncio.sleep(seconds_before(attempt))
        raise changing_map(self.errors, version)

    async def map_version(self, connect: AsyncConnect) -> int:
        """Return the version of the map that a server has."""
        rows = await self.rows(connect, READ_VERSION, [])
        return int(rows[0][0] or 0)

    async def routed(
        self, shards: AsyncShards, way: Way, function: Function, given: Mapping[str, Any]
    ) -> Any:
        """Send a call to the shard of its slot; a shard that is refused for an old map is asked for the new one."""
        for attempt in range(self.tries):
            shard = (await shards.known_map()).shards[way.slot]
            try:
                if way.is_game:
                    await self.bring_profile(shards, shard)
                if function.name == "cards.upsert_player":
                    shards.forget_profile(self.caller.person)
                return await self.send(await shards.only(shard), function, given)
            except Exception as error:
                state = sqlstate_of(error)
                if attempt + 1 == self.tries:
                    raise
                newer = newer_version(error) if state == WRONG_SHARD else 0
                if newer > (await shards.known_map()).version and await shards.refresh(newer):
                    continue
                if state == PROFILE_NEEDED:
                    shards.brought.discard((self.caller.person or "", shard))
                elif state != WRONG_SHARD:
                    raise
            await asyncio.sleep(seconds_before(attempt))
        raise ValueError("tries must be 1 or more")

    async def bring_profile(self, shards: AsyncShards, shard: str) -> None:
        """Tell a shard the caller's profile where the caller lives on another, the first time that they go there."""
        person = self.caller.person
        if self.caller.role != "authenticated" or person is None:
            return
        home = (await shards.known_map()).shards[slot_of(person)]
        if home == shard or (person, shard) in shards.brought:
            return
        (profile,) = await self.rows(await shards.only(home), READ_PROFILE, [])
        await self.rows(await shards.only(shard), TELL_PROFILE, profile)
        shards.brought.add((person, shard))

    async def rows(self, connect: AsyncConnect, query: str, values: Any) -> list[tuple[Any, ...]]:
        """Return the rows of a query that the caller may make, and that may be made again."""

        async def ask(connection: psycopg.AsyncConnection[Any]) -> list[tuple[Any, ...]]:
            return await (await connection.execute(query.encode(), values)).fetchall()

        return await self.again(connect, ask, safe=True)

    async def send(
        self, connect: AsyncConnect, function: Function, given: Mapping[str, Any]
    ) -> Any:
        """Call a function on one server."""

        async def ask(connection: psycopg.AsyncConnection[Any]) -> list[dict[str, Any]]:
            cursor = connection.cursor(row_factory=dict_row)
            await cursor.execute(function.statement(given), function.values(given))
            return await cursor.fetchall()

        return function.answer(await self.again(connect, ask, safe=function.may_repeat(given)))

    async def again(
        self,
        connect: AsyncConnect,
        ask: Callable[[psycopg.AsyncConnection[Any]], Awaitable[list[R]]],
        *,
        safe: bool,
    ) -> list[R]:
        """Ask as the caller, and again where that is safe and may help."""
        for attempt in range(self.tries):
            try:
                async with connect() as connection, connection.transaction():
                    await connection.execute(
                        BECOME, [self.caller.role, json.dumps(self.caller.claims)]
                    )
                    return await ask(connection)
            except psycopg.Error as error:
                if not safe or not is_passing(error) or attempt + 1 == self.tries:
                    raise refused(error, self.errors) from error
            await asyncio.sleep(seconds_before(attempt))
        raise ValueError("tries must be 1 or more")


class Kept:
    """One connection that is opened when it is needed, and again when it was lost. Not for several threads: take a pool."""

    def __init__(self, conninfo: str, **options: Any) -> None:
        self.conninfo = conninfo
        self.options = options
        self.connection: psycopg.Connection[Any] | None = None

    @contextmanager
    def __call__(self) -> Iterator[psycopg.Connection[Any]]:
        """Lend the connection."""
        if self.connection is None or self.connection.closed:
            self.connection = psycopg.connect(self.conninfo, **self.options)
        yield self.connection

    def close(self) -> None:
        """Close it."""
        if self.connection is not None:
            self.connection.close()


class AsyncKept:
    """The same, awaited. Not for several tasks at once: take a pool."""

    def __init__(self, conninfo: str, **options: Any) -> None:
        self.conninfo = conninfo
        self.options = options
        self.connection: psycopg.AsyncConnection[Any] | None = None

    @asynccontextmanager
    async def __call__(self) -> AsyncIterator[psycopg.AsyncConnection[Any]]:
        """Lend the connection."""
        if self.connection is None or self.connection.closed:
            self.connection = await psycopg.AsyncConnection.connect(self.conninfo, **self.options)
        yield self.connection

    async def close(self) -> None:
        """Close it."""
        if self.connection is not None:
            await self.connection.close()


E = TypeVar("E")


class Follower(Generic[E]):
    """Gives each event of a feed once and in order, whatever of its messages is lost, late, doubled or out of order.

    Only the event after the last one is given. Anything else is a sign to fetch pages: what is old is dropped,
    what is further on comes with its page.
    """

    def __init__(
        self, last: int, number: Callable[[E], int], page: Callable[[int], list[E]]
    ) -> None:
        self.last = last
        self.number = number
        self.page = page

    def arrived(self, event: E) -> Iterator[E]:
        """Yield what is to be shown now that a message came with a whole event."""
        if self.number(event) == self.last + 1:
            self.last += 1
            yield event
        elif self.number(event) > self.last:
            yield from self.look()

    def look(self) -> Iterator[E]:
        """Yield what the feed has after the last event: at the start, after a message without its event, now and then."""
        while events := self.page(self.last):
            for event in events:
                number = self.number(event)
                if number > self.last + 1:
                    raise Gap(self.last, number)
                if number == self.last + 1:
                    self.last = number
                    yield event


def follow(follower: Follower[E], arrivals: Iterable[E | None]) -> Iterator[E]:
    """Yield a feed's events: first what is missed, then with each arrival, an event or None for a mere sign."""
    yield from follower.look()
    for arrival in arrivals:
        yield from follower.look() if arrival is None else follower.arrived(arrival)
