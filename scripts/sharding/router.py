"""The router: functions that hand each call to the shard where it belongs, written from the catalog (docs/scale.md, "The router").

A front takes the place of the plan's function on the router: the same name, arguments, result and rights. It asks PL/Proxy, which
asks the gateway of the function on the shard. `lay` writes all of it, as often as one likes.
"""

import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from psycopg import conninfo, sql
from psycopg.rows import namedtuple_row

from runner import SCHEMAS, Problem
from runner.server import Connection
from sharding import tables
from sharding.platform import HOME, SHARD, Platform
from sharding.ways import (
    CLOSED,
    EVERYWHERE,
    KEYS,
    LOBBY,
    LOBBY_SLOT,
    LOCAL,
    MERGED,
    OWNERS,
    PAGES,
    PARTS,
    ROOMS,
    named,
)

LOGIN = "gamekeeper_gateway"  # the plan knows it by this name: core.may_draw_at_once
CLUSTER = "gamekeeper_shards"
STATIC = Path(__file__).parent / "sql"
PROFILE_NEEDED = "KG214"
LEFT = "core.closed_persons"  # the result of what lets somebody leave
# Of a call on a shard, whose caller may have gone. How long it waits for locks is the caller's, where that is said.
TIMEOUTS = {
    "statement_timeout": "60s",
    "lock_timeout": "10s",
    "idle_in_transaction_session_timeout": "10s",
}
CLIENTS = ("anon", "authenticated", "service_role")

FUNCTIONS = """
select n.nspname::text as schema, p.proname::text as name, p.oid::regprocedure::text as signature,
  pg_get_function_arguments(p.oid) as arguments, pg_get_function_result(p.oid) as result,
  case p.provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end as volatility,
  p.proisstrict as is_strict, p.proretset as many, format_type(p.prorettype, null) as kind, p.prokind::text as prokind,
  coalesce(obj_description(p.oid, 'pg_proc'), '') as comment,
  array(
    select row_to_json(a) from (
      select coalesce(p.proargnames[i.i], '') as name, format_type(i.type, null) as type, t.typnamespace = 'pg_catalog'::regnamespace as is_plain,
        coalesce(p.proargmodes[i.i]::text, 'i') as mode
      from unnest(coalesce(p.proallargtypes, p.proargtypes::oid[])) with ordinality as i (type, i)
      join pg_type as t on t.oid = i.type order by i.i
    ) as a
  ) as fields
from pg_proc as p
join pg_namespace as n on n.oid = p.pronamespace
where n.nspname = any (%s) and p.proowner = 'gamekeeper'::regrole and p.prorettype <> 'trigger'::regtype
  and (
    exists (select from unnest(%s::name[]) as r (role) where has_function_privilege(r.role, p.oid, 'execute'))
    or format('%%s.%%s', n.nspname, p.proname) = any (%s)
  )
order by p.oid::regprocedure::text collate "C"
"""


@dataclass(frozen=True)
class Argument:
    """An argument of a function that clients call."""

    name: str
    type: str
    is_plain: bool  # a type of Postgres itself, which PL/Proxy hands over as it is

    @property
    def carried(self) -> str:
        """The type by which it goes to the shard."""
        return self.type if self.is_plain else "text"


@dataclass(frozen=True)
class Function:
    """A function that clients call."""

    schema: str
    name: str
    signature: str
    declared: str
    result: str | None  # None: of a procedure
    kind: str
    many: bool
    nature: str
    arguments: tuple[Argument, ...]
    columns: tuple[Argument, ...]  # of a result that is declared as a table
    key: str | None  # the argument that makes a repetition the same request

    @property
    def full(self) -> str:
        """The name with its schema."""
        return f"{self.schema}.{self.name}"

    @property
    def gateway(self) -> str:
        """The name of its gateway."""
        return f"gateway.{self.schema}_{self.name}"

    @property
    def is_part(self) -> bool:
        """Whether no client calls it: what a shard has of an answer that is put together on the router."""
        return self.full in PARTS

    @property
    def is_gathered(self) -> bool:
        """Whether it is asked of all shards, whose rows make one answer."""
        return self.is_part and self.has("map_version")

    def has(self, name: str) -> bool:
        """Tell whether it has an argument of this name."""
        return any(argument.name == name for argument in self.arguments)

    @property
    def is_game(self) -> bool:
        """Whether it is about one game, which needs the caller's profile where the game lives."""
        return self.full in LOBBY or any(
            kind in ("game", "code") and self.has(key) for key, kind in self.keys
        )

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """The arguments that may say its slot, with their kinds."""
        return tuple(pair for pair in KEYS.get(self.schema, ()) if self.has(pair[0]))

    @property
    def owners(self) -> tuple[str, ...]:
        """The arguments that may name the person that it is about."""
        return tuple(name for name in OWNERS if self.has(name))


def chosen(conn: Connection) -> list[Function]:
    """Return the functions that a client role may execute, as the catalog has them."""
    return functions_of(conn, CLIENTS, ())


def parts(conn: Connection) -> list[Function]:
    """Return what is asked of shards to put an answer together."""
    return functions_of(conn, (), sorted(PARTS))


def functions_of(conn: Connection, roles: Sequence[str], names: Sequence[str]) -> list[Function]:
    """Return the functions that one of some roles may execute, and those of some names."""
    with conn.transaction(), conn.cursor(row_factory=namedtuple_row) as cursor:
        cursor.execute("set local search_path = pg_temp")
        rows: list[Any] = cursor.execute(
            FUNCTIONS.encode(), [list(SCHEMAS), list(roles), list(names)]
        ).fetchall()
    found = []
    for row in rows:
        fields = [
            (field["mode"], Argument(field["name"], field["type"], field["is_plain"]))
            for field in row.fields
        ]
        arguments = tuple(argument for mode, argument in fields if mode in "ibv")
        given = {argument.name for argument in arguments}
        wanted = ("idempotency_key", "correlation_id") if "[repeat: key]" in row.comment else ()
        found.append(
            Function(
                row.schema,
                row.name,
                row.signature,
                row.arguments,
                row.result,
                row.kind,
                row.many,
                f"{row.volatility}{' strict' if row.is_strict else ''}",
                arguments,
                tuple(argument for mode, argument in fields if mode in "tob"),
                next((name for name in wanted if name in given), None),
            )
        )
    return found


def is_named(function: Function, table: Mapping[str, str]) -> bool:
    """Tell whether a table names a function, alone or with the types of its arguments."""
    return function.full in table or function.signature.replace(" ", "") in table


def fronts(functions: list[Function]) -> list[Function]:
    """Return those that the router hands on: all that it neither does itself nor puts together nor refuses."""
    elsewhere = {**named(LOCAL), **named(CLOSED), **dict.fromkeys(MERGED, "")}
    found = [function for function in functions if not is_named(function, elsewhere)]
    gateways = [function.gateway for function in found]
    for function in found:
        if not function.result:
            raise Problem(
                f"{function.full} is a procedure, which has no front: sharding.ways says why"
            )
        if gateways.count(function.gateway) > 1:
            raise Problem(f"{function.full} is overloaded; only one of its forms can have a front")
        if function.columns and function.kind != "record":
            raise Problem(f"{function.full} returns a table of one column; let it return a set")
    return found


def handed_on(conn: Connection) -> list[Function]:
    """Return all that has a gateway on shards: what is handed on, and the parts of what is put together."""
    return [*fronts(chosen(conn)), *parts(conn)]


# What is written for one function ---------------------------------------------------------------


CLAIMS = "nullif(current_setting('request.jwt.claims', true), '')"
# What gateway.context() answers, for the roles that nearly everybody has.
CONTEXT = """case
    when current_setting('role') in ('anon', 'authenticated', 'service_role') then array[
      current_setting('request.jwt.claims', true), current_setting('role'), current_setting('transaction_read_only'),
      current_setting('lock_timeout'), current_setting('TimeZone')
    ]
    else gateway.context()
  end"""


def lobby_of(function: Function, label: str) -> str | None:
    """Return the expression of the lobby's slot, of a function that is about public games: null where a call is not."""
    if function.full not in LOBBY and function.full not in ROOMS:
        return None
    wanted = LOBBY.get(function.full)
    return f"case when {label}.{wanted} then {LOBBY_SLOT} end" if wanted else str(LOBBY_SLOT)


def keys_of(function: Function, label: str) -> str:
    """Return the arguments of gateway.slot_of_call that come from the call: id, number, code, owner."""

    def first(*kinds: str) -> str:
        given = [f"{label}.{name}" for name, kind in function.keys if kind in kinds]
        return f"coalesce({', '.join(given)})" if len(given) > 1 else (given or ["null"])[0]

    number = lobby_of(function, label) or first("number")
    owners = [f"{label}.{name}::text" for name in function.owners]
    owner = f"coalesce({', '.join(owners)})" if len(owners) > 1 else (owners or ["null"])[0]
    return f"{first('id', 'game')}, {number}, {first('code')}, {owner}"


def slot_of(function: Function) -> str:
    """Return the expression of a call's slot on the router, as gateway.slot_of_call has it on the shard.

    It names nothing but functions that the planner puts in its place, since every call of a function costs more than all that it does.
    """
    if function.schema == "sparc":
        return "0"
    label = function.name
    lobby = lobby_of(function, label)
    forms = {
        "id": "core.slot_in({})",
        "game": "core.slot_in({})",
        "number": "(({} % 1024 + 1024) % 1024)::integer",
        "code": "core.slot_of_code({})",
    }
    named_by = [forms[kind].format(f"{label}.{name}") for name, kind in function.keys]
    owners = [f"nullif({label}.{name}::text, '')" for name in function.owners]
    person = ", ".join([*owners, f"{CLAIMS}::jsonb ->> 'sub'"])
    of_person = f"core.slot_of(coalesce({person}))" if owners else f"core.slot_of({person})"
    return f"coalesce({', '.join([*([lobby] if lobby else []), *named_by, of_person, '0'])})"


def passed(function: Function) -> str:
    """Return the arguments as a front hands them to PL/Proxy."""
    return "".join(
        f", {function.name}.{argument.name}{'' if argument.is_plain else '::text'}"
        for argument in function.arguments
    )


def proxy(function: Function) -> str:
    """Return the function of PL/Proxy, which asks one shard."""
    given = "".join(
        f", a{number} {argument.carried}" for number, argument in enumerate(function.arguments, 1)
    )
    asked = "".join(f", a{number}" for number in range(1, len(function.arguments) + 1))
    return (
        f"create function {function.gateway}(partition integer, context text[]{given})\n"
        "returns gateway.answer language plproxy volatile as $proxy$\n"
        f"  cluster '{CLUSTER}';\n"
        "  run on partition;\n"
        f"  select * from {function.gateway}(context{asked});\n"
        "$proxy$"
    )


def gateway(function: Function) -> str:
    """Return the function of the shard that makes the call as the router's caller, with errors as rows."""
    short = function.gateway.split(".")[1]
    label = short
    given = "".join(f", {argument.name} {argument.carried}" for argument in function.arguments)
    call = ", ".join(
        f"{label}.{argument.name}{'' if argument.is_plain else '::' + argument.type}"
        for argument in function.arguments
    )
    asked = f"gateway.inner_{short}" if function.is_part else function.full
    if function.full in EVERYWHERE or function.full in PAGES or function.is_gathered:
        role = f"gateway.assume({label}.context)"
    elif function.schema == "sparc":
        role = f"gateway.enter({label}.context, null, 0, null, null)"
    else:
        role = f"gateway.enter({label}.context, {keys_of(function, label)})"
    if function.many:
        work = f"_answer.answers := array(select f::text from {asked}({call}) as f);"
    elif function.kind == "void":
        work = f"perform {asked}({call});"
    else:
        work = f"_answer.answers := array[{asked}({call})::text];"
    return (
        f"create function gateway.{short}(context text[]{given})\n"
        "returns gateway.answer language plpgsql volatile as $gateway$\n"
        "declare\n"
        "  _role text;\n"
        "  _answer gateway.answer;\n"
        "begin\n"
        "  begin\n"
        f"    _role := set_config('role', {role}, true);\n"
        f"    {work}\n"
        "  exception when query_canceled or assert_failure or others then\n"
        "    get stacked diagnostics\n"
        "      _answer.sqlstate := returned_sqlstate, _answer.message := message_text,\n"
        "      _answer.detail := pg_exception_detail, _answer.hint := pg_exception_hint;\n"
        "    _answer.detail := nullif(_answer.detail, '');\n"
        "    _answer.hint := nullif(_answer.hint, '');\n"
        "  end;\n"
        "  return _answer;\n"
        "end\n"
        "$gateway$"
    )


def inner(function: Function) -> Iterator[str]:
    """Yield what lets a gateway ask a part: as the caller, who may not ask it, though its role has to be the caller's."""
    short = f"inner_{function.gateway.split('.')[1]}"
    call = f"{function.full}({', '.join(f'{short}.{a.name}' for a in function.arguments)})"
    yield (
        f"create function gateway.{short}({function.declared})\n"
        f"returns {function.result} language plpgsql {function.nature} security definer\n"
        "set search_path = pg_temp as $inner$\n"
        "begin\n"
        f"  if session_user <> '{LOGIN}' then\n"
        "    raise exception using errcode = 'insufficient_privilege', message = 'the router alone asks for parts';\n"
        "  end if;\n"
        f"  return {f'query select * from {call}' if function.many else call};\n"
        "end\n"
        "$inner$"
    )
    yield f"revoke all on function gateway.{short} from public"
    yield f"grant execute on function gateway.{short} to authenticated, service_role"


def row_type(function: Function) -> str:
    """Return the name of the type that has the columns of a declared table."""
    return f"{function.gateway}_row"


def told(function: Function, indent: str) -> list[str]:
    """Return the lines that hand the rows of a shard to the caller."""
    if function.columns:
        columns = " ".join(f"{c.name} := _row.{c.name};" for c in function.columns)
        each = f"_row := _one::{row_type(function)}; {columns} return next;"
    else:
        each = f"return next _one::{function.kind};"
    lines = ["foreach _one in array _got.answers loop", f"  {each}", "end loop;"]
    return [indent + line for line in lines]


def body(function: Function) -> str:
    """Return the body of a front."""
    is_page, is_everywhere = function.full in PAGES, function.full in EVERYWHERE
    is_of_all = is_page or function.is_gathered
    constant = "" if is_everywhere else "constant "
    lines = ["", "declare", f"  _context {constant}text[] := {CONTEXT};"]
    if not is_of_all:
        lines.append(f"  _slot constant integer := {slot_of(function)};")
    if function.columns:
        lines.append(f"  _row {row_type(function)};")
    if is_page:
        lines.append("  _all text[] := '{}';")
    if is_of_all or is_everywhere:
        lines.append("  _partition integer;")
    lines.append("  _got gateway.answer;")
    if function.many and not is_page:
        lines.append("  _one text;")
    lines.append("begin")
    if function.key:
        lines += [
            f"  if {function.name}.{function.key} is null then",
            f"    perform core.raise('KEY_REQUIRED', jsonb_build_object('field', '{function.key}'));",
            "  end if;",
        ]
    if is_page:
        lines += page(function)
    elif function.is_gathered:
        lines += gathered(function)
    elif is_everywhere:
        lines += everywhere(function)
    else:
        lines += one(function)
    return "\n".join([*lines, "end", ""])


def asking(function: Function, partition: str, slot: str, indent: str) -> list[str]:
    """Return the lines that ask a shard.

    Each is one expression: a query or a function more costs as much as a third of all that the router does.
    """
    lines = [
        "begin",
        f"  _got := {function.gateway}({partition}, _context{passed(function)});",
        "exception when others then",
        f"  perform gateway.unreachable({slot});",
        "end;",
    ]
    return [indent + line for line in lines]


def refused(slot: str, indent: str) -> list[str]:
    """Return the lines that raise what the shard raised."""
    raising = f"  perform gateway.refuse(_got, {slot});"
    lines = ["if _got.sqlstate is not null then", raising, "end if;"]
    return [indent + line for line in lines]


def one(function: Function) -> list[str]:
    """Return the lines of a front that asks the shard of its slot."""
    asked = "gateway.partition_of(_slot)"
    if function.is_game:
        lines = [
            "  for _try in 1..2 loop",
            *asking(function, asked, "_slot", "    "),
            f"    exit when _got.sqlstate is distinct from '{PROFILE_NEEDED}' or _try = 2;",
            "    perform gateway.bring_profile(_context, gateway.partition_of(_slot), _slot);",
            "  end loop;",
        ]
    else:
        lines = asking(function, asked, "_slot", "  ")
    lines += refused("_slot", "  ")
    return lines + (told(function, "  ") if function.many else ended(function, "_got"))


def ended(function: Function, got: str) -> list[str]:
    """Return the line that answers with one value, or with none."""
    return [] if function.kind == "void" else [f"  return {got}.answers[1]::{function.kind};"]


def everywhere(function: Function) -> list[str]:
    """Return the lines of a front that asks every shard, first the one of its slot, whose answer it gives.

    When somebody left, the others are told the instant that the first has noted, also by a call that is sent again.
    """
    lines = [
        "  declare",
        "    _home gateway.answer;",
        "  begin",
        *asking(function, "gateway.partition_of(_slot)", "_slot", "    "),
        *refused("_slot", "    "),
        "    _home := _got;",
    ]
    if function.kind == LEFT:
        instant = f"(_home.answers[1]::{LEFT}).closed_at at time zone 'UTC'"
        lines.append(
            f'    _context := _context || to_char({instant}, \'YYYY-MM-DD"T"HH24:MI:SS.US"Z"\');'
        )
    return [
        *lines,
        "    foreach _partition in array gateway.servers() loop",
        "      continue when _partition = gateway.partition_of(_slot);",
        *asking(function, "_partition", "_slot", "      "),
        *refused("_slot", "      "),
        "    end loop;",
        *("  " + line for line in ended(function, "_home")),
        "  end;",
    ]


def page(function: Function) -> list[str]:
    """Return the lines of a front that makes one page of the pages of all shards."""
    row, key = f"g::{function.kind}", PAGES[function.full]
    return [
        "  foreach _partition in array gateway.partitions() loop",
        *asking(function, "_partition", "null", "    "),
        *refused("null", "    "),
        "    _all := _all || _got.answers;",
        "  end loop;",
        "  return query",
        "    select (p.row).*",
        # A game whose result came home from another shard is in the pages of both.
        f"    from (select distinct on (({row}).{key}) {row} as row from unnest(_all) as g order by ({row}).{key}) as p",
        f"    order by (p.row).{key} desc",
        f"    limit {function.name}.page_size;",
    ]


def gathered(function: Function) -> list[str]:
    """Return the lines of a front that answers with the rows of all shards: about people, of those without slots too."""
    asked = "servers" if function.schema == "core" else "partitions"
    return [
        f"  foreach _partition in array gateway.{asked}() loop",
        *asking(function, "_partition", "null", "    "),
        *refused("null", "    "),
        *told(function, "    "),
        "  end loop;",
    ]


def front(function: Function) -> str:
    """Return the statement that puts a front in the place of the plan's function."""
    return (
        f"create or replace function {function.full}({function.declared})\n"
        f"returns {function.result} language plpgsql {function.nature} security definer\n"
        f"set search_path = pg_temp as $front${body(function)}$front$"
    )


def bring_profile(found: list[Function]) -> str:
    """Return the function that takes a profile from where its player lives to where the game is."""
    (tell,) = (function for function in found if function.full == "cards.upsert_player")
    names = ", ".join(f"(_profile).{argument.name}" for argument in tell.arguments)
    (ask,) = (function for function in found if function.full == "cards.my_profile")
    return (
        "create function gateway.bring_profile(context text[], partition integer, slot integer)\n"
        "returns void language plpgsql volatile as $bring$\n"
        "declare\n"
        "  _home constant integer := gateway.slot_of_call(null, null, null, null, bring_profile.context[1]);\n"
        "  _got gateway.answer;\n"
        f"  _profile {row_type(ask)};\n"
        "begin\n"
        "  begin\n"
        f"    _got := {ask.gateway}(gateway.partition_of(_home), bring_profile.context);\n"
        "    if _got.sqlstate is null then\n"
        f"      _profile := _got.answers[1]::{row_type(ask)};\n"
        f"      _got := {tell.gateway}(bring_profile.partition, bring_profile.context, {names});\n"
        "    end if;\n"
        "  exception when others then\n"
        "    perform gateway.unreachable(bring_profile.slot);\n"
        "  end;\n"
        "  if _got.sqlstate is not null then\n"
        "    perform gateway.refuse(_got, _home);\n"
        "  end if;\n"
        "end\n"
        "$bring$"
    )


# Laid and verified ------------------------------------------------------------------------------


def static(name: str) -> str:
    """Return a file of statements."""
    return (STATIC / f"{name}.sql").read_text()


def of_router(found: list[Function]) -> Iterator[str]:
    """Yield the statements that make the router of a database with the plan, by its owner."""
    yield static("router")
    for function in found:
        if function.columns:
            columns = ", ".join(f"{c.name} {c.type}" for c in function.columns)
            yield f"create type {row_type(function)} as ({columns})"
    # PL/Proxy is a language of superusers; whom its functions belong to decides as whom they log in on a shard.
    yield "reset role"
    for function in found:
        yield proxy(function)
        yield f"alter function {function.gateway} owner to gamekeeper"
    yield "set local role gamekeeper"
    yield bring_profile(found)
    for function in found:
        yield front(function)
    yield static("merged")
    yield "revoke all on all functions in schema gateway from public"


def of_shard(found: list[Function]) -> Iterator[str]:
    """Yield the statements that make the gateways of a shard."""
    yield static("shard")
    yield f"grant usage on schema gateway to {LOGIN}, authenticated, service_role"
    for function in found:
        yield gateway(function)
    yield "revoke all on all functions in schema gateway from public"
    for function in found:
        if function.is_part:
            yield from inner(function)
    for function in found:
        yield f"grant execute on function {function.gateway} to {LOGIN}"
    yield f"grant execute on function gateway.assume to {LOGIN}"
    yield f"grant execute on function gateway.enter to {LOGIN}"


def closing(conn: Connection, functions: list[Function]) -> Iterator[str]:
    """Yield the statements that leave clients nothing on the router but what it does itself and hands on."""
    everybody = ", ".join(("public", *CLIENTS))
    refused = named(CLOSED)
    for function in functions:
        if is_named(function, refused):
            yield f"revoke all on routine {function.signature} from {everybody}"
    for (relation,) in conn.execute(RELATIONS.encode(), [list(SCHEMAS)]).fetchall():
        yield f"revoke all on {relation} from {everybody}"
    for (table,) in conn.execute(DATA.encode(), [list(tables.OWNED), "sparc"]).fetchall():
        yield (
            f"create trigger router_keeps_none before insert on {table}"
            " for each row execute function gateway.refuse_write()"
        )


RELATIONS = """
select c.oid::regclass::text from pg_class as c
where c.relnamespace = any (%s::regnamespace[]) and c.relkind in ('r', 'p', 'v', 'm') and c.relowner = 'gamekeeper'::regrole
order by 1
"""
# Whose rows live on shards: those with a slot, and all of sparc but what its deploy brings.
DATA = """
select c.oid::regclass::text from pg_class as c
where c.relkind in ('r', 'p') and not c.relispartition and (
  c.oid = any (%s::regclass[])
  or c.relnamespace = %s::regnamespace and c.relname not in ('class_templates', 'tutorial_steps')
)
order by 1
"""


def run(conn: Connection, statements: Iterator[str]) -> None:
    """Execute statements one after the other, sent at once: they are many, and small."""
    conn.execute(";\n".join(statements).encode())


def lay_router(conn: Connection, servers: Mapping[str, str], password: str) -> list[Function]:
    """Make a router of a database with the plan, in a transaction of the caller's; return what has a gateway."""
    run(
        conn,
        iter(
            [
                "create extension if not exists plproxy",
                static("both"),
                "set local role gamekeeper",
            ]
        ),
    )
    functions = chosen(conn)
    found = handed_on(conn)
    run(conn, of_router(found))
    run(conn, closing(conn, functions))
    conn.execute("reset role")
    point(conn, servers, password)
    return found


def lay_shard(conn: Connection, found: list[Function], password: str) -> None:
    """Make the gateways of a shard and their login, in a transaction of the caller's."""
    conn.execute(static("both").encode())
    login = sql.Identifier(LOGIN)
    if conn.execute("select to_regrole(%s)", [LOGIN]).fetchone() == (None,):
        conn.execute(sql.SQL("create role {} login noinherit").format(login))
        conn.execute(sql.SQL("grant anon, authenticated, service_role to {}").format(login))
        for name, value in TIMEOUTS.items():
            conn.execute(
                sql.SQL("alter role {} set {} = {}").format(
                    login, sql.Identifier(name), sql.Literal(value)
                )
            )
    conn.execute(sql.SQL("alter role {} password {}").format(login, sql.Literal(password)))
    conn.execute("set local role gamekeeper")
    run(conn, of_shard(found))
    conn.execute("reset role")


def point(conn: Connection, servers: Mapping[str, str], password: str) -> None:
    """Tell PL/Proxy where the shards are: s1 is its partition 0; it wants a power of two of them."""
    numbered = {int(name[1:]) - 1: way for name, way in servers.items() if SHARD.fullmatch(name)}
    count = 1 << max(numbered).bit_length()
    options = sql.SQL(", ").join(
        sql.SQL("{} {}").format(
            sql.Identifier(f"p{number}"), sql.Literal(numbered.get(number, numbered[min(numbered)]))
        )
        for number in range(count)
    )
    name = sql.Identifier(CLUSTER)
    conn.execute(sql.SQL("drop server if exists {} cascade").format(name))
    conn.execute(
        sql.SQL("create server {} foreign data wrapper plproxy options ({})").format(name, options)
    )
    conn.execute(sql.SQL("grant usage on foreign server {} to gamekeeper").format(name))
    conn.execute(
        sql.SQL(
            "create user mapping for gamekeeper server {} options (user {}, password {})"
        ).format(name, sql.Literal(LOGIN), sql.Literal(password))
    )


def ways(platform: Platform) -> dict[str, str]:
    """Return how PL/Proxy reaches each shard, without login and password."""
    return {
        name: conninfo.make_conninfo(
            host=server.keywords["host"], port=server.keywords["port"], dbname=server.database
        )
        for name, server in platform.servers.items()
        if name != HOME
    }


def lay(platform: Platform, password: str | None = None) -> None:
    """Make the router and all gateways anew. Nobody has to keep the password: the next time there is another."""
    password = password or secrets.token_urlsafe(24)
    with platform.servers[HOME].connect() as conn:
        if (
            conn.execute("select from pg_available_extensions where name = 'plproxy'").fetchone()
            is None
        ):
            raise Problem("PL/Proxy is missing; apt-get install postgresql-15-plproxy")
        found = handed_on(conn)
    for name in platform.names():
        with platform.servers[name].connect() as conn, conn.transaction():
            lay_shard(conn, found, password)
    with platform.servers[HOME].connect() as conn, conn.transaction():
        lay_router(conn, ways(platform), password)


# What a server shows of all this: each thing by its name, with what it is and who may use it.
RIGHTS = """(
  select string_agg(concat_ws(' ', coalesce(nullif(a.grantee, 0)::regrole::text, 'public'), a.privilege_type), ', ' order by a.grantee, a.privilege_type)
  from aclexplode({}) as a
)"""
SEEN = f"""
select 'function ' || p.oid::regprocedure,
  concat_ws(' ', pg_get_functiondef(p.oid), p.proowner::regrole, {RIGHTS.format("coalesce(p.proacl, acldefault('f', p.proowner))")})
from pg_proc as p
where p.pronamespace = any (%(schemas)s::regnamespace[]) and p.prokind in ('f', 'p')
union all
select 'table ' || c.oid::regclass, concat_ws(
  ' ', {RIGHTS.format("coalesce(c.relacl, acldefault('r', c.relowner))")},
  (select string_agg(a.attname || ' ' || a.attacl::text, ' ' order by a.attnum) from pg_attribute as a where a.attrelid = c.oid)
)
from pg_class as c
where c.relnamespace = any (%(schemas)s::regnamespace[]) and c.relkind in ('r', 'p', 'v', 'm')
union all
select 'trigger ' || t.tgname || ' of ' || t.tgrelid::regclass, t.tgenabled::text
from pg_trigger as t
where t.tgname in ('router_keeps_none', 'router_writes_partitions')
union all
select 'schema ' || n.nspname, {RIGHTS.format("coalesce(n.nspacl, acldefault('n', n.nspowner))")}
from pg_namespace as n
where n.nspname = 'gateway'
union all
select 'servers of PL/Proxy', s.srvoptions::text
from pg_foreign_server as s
where s.srvname = '{CLUSTER}'
"""


def seen(conn: Connection) -> dict[str, str]:
    """Return what a server shows of the router or of a shard's gateways."""
    rows = conn.execute(
        "select nspname from pg_namespace where nspname = any (%s)", [[*SCHEMAS, "gateway"]]
    ).fetchall()
    asked = {"schemas": [name for (name,) in rows]}
    return dict(conn.execute(SEEN.encode(), asked).fetchall())


def differences(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    """Return what of a server is not as it would be made."""
    return sorted(
        f"{name} {'is not there' if name not in before else 'should not be there' if name not in after else 'is not as the router makes it'}"
        for name in before.keys() | after.keys()
        if before.get(name) != after.get(name)
    )


def changed(conn: Connection, lay: Callable[[Connection], object]) -> list[str]:
    """Return what it would change to make a server's part anew; it is done in a transaction that nobody sees."""
    with conn.transaction(force_rollback=True):
        conn.execute("set local search_path = pg_temp")
        before = seen(conn)
        lay(conn)
        return differences(before, seen(conn))


def verify(platform: Platform) -> list[str]:
    """Return what is not as `lay` makes it: a front that a rework overwrote, a right that came back, a missing gateway."""
    with platform.servers[HOME].connect() as conn:
        found = handed_on(conn)
        problems = changed(conn, lambda home: lay_router(home, ways(platform), ""))
        told = [f"{HOME}: {problem}" for problem in problems]
    for name in platform.names():
        with platform.servers[name].connect() as conn:
            problems = changed(conn, lambda shard: lay_shard(shard, found, ""))
            told += [f"{name}: {problem}" for problem in problems]
    return told
