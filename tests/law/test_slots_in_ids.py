"""Every id carries the slot of its owner, and no server's own number is a key (docs/architecture.md, "Ids").

`IDS` says whose slot the ids of a column carry. `MAKERS` has a line for every function that makes an id: which
columns it fills, and how to make it work. A maker without a line fails, and so does a line whose call makes no id.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import psycopg
import pytest
from tests.calls import CALLS, statement
from tests.world import World, become

# Of each column of ids that commands write: the slot of a row's owner, as SQL over the row t, and the slot in the id.
OWNER = "core.slot_of(t.owner_id::text)"
PLAYER = "case when t.user_id is null then core.slot_in(t.id) else core.slot_of(t.user_id) end"
HOST = """case when t.is_public then cards.lobby_slot() else core.slot_in((
  select e.payload ->> 'creatorPlayerId' from cards.game_events as e where e.game_id = t.id and e.event_index = 0
)::uuid) end"""
NOBODY = "0"
IDS = {
    "slots.wallets.wallet_id": OWNER,
    "slots.sessions.session_id": OWNER,
    "slots.gameplay_events.event_id": OWNER,
    "slots.rl_store.id": OWNER,
    "slots.metrics.metric_id": OWNER,
    "slots.games.game_id": NOBODY,
    "cards.players.id": PLAYER,
    "cards.games.id": HOST,
    "cards.room_directory.join_code": "core.slot_in(t.game_id)",
    "xp.xp_users.user_id": "core.slot_of(t.external_user_id)",
    "xp.xp_profiles.public_id": "(t.user_id % 1024)::integer",
    "xp.xp_awards.receipt_id": "(t.user_id % 1024)::integer",
    "sparc.characters.id": NOBODY,
    "sparc.sessions.id": NOBODY,
    "sparc.declared_rolls.id": NOBODY,
}
CARRIED = {"cards.room_directory.join_code": "core.slot_of_code", "xp.xp_users.user_id": "1023 &"}

# Where a default may make an id: nobody's slot matters there.
DEFAULTS = {
    "cards.handed_results.handed_id", "core.audit_log.entry_id", "slots.games.game_id", "slots.reseeds.reseed_id",
    "sparc.adventures.id", "sparc.characters.id", "sparc.creatures.id", "sparc.declared_rolls.id",
    "sparc.dice_rolls.id", "sparc.reseeds.id", "sparc.session_events.id", "sparc.sessions.id",
    "sparc.tallies.id",
}  # fmt: skip

# What makes an id; core.strong_random makes secrets, core.join_code the rest of a code and the codes of sparc.
MAKES = re.compile(
    r"\b(core\.uuid_v7|core\.slot_code|cards\.player_id_of|xp\.new_user_id|gen_random_uuid|nextval)\("
)
# cards.plain_profile computes the id of a player that somebody else makes.
NO_OWNER = {
    "core.uuid_v7", "core.strong_random", "core.slot_code", "xp.new_user_id", "cards.plain_profile",
}  # fmt: skip


@dataclass(frozen=True)
class Maker:
    """Which ids a function makes, and a call in the world that makes it do so: (who, what)."""

    fills: tuple[str, ...]
    calls: tuple[tuple[str, str], ...] = ()  # beside the sample call of that name


STEP = ("slots.gameplay_events.event_id", "slots.rl_store.id")
GAME = ("cards.games.id", "cards.room_directory.join_code")
MAKERS = {
    "slots.create_wallet": Maker(("slots.wallets.wallet_id",)),
    "slots.create_session": Maker(("slots.sessions.session_id",)),
    "slots.play_actions": Maker(
        STEP,
        (
            ("ana", 'select from slots.act(:play, \'{"type": "PlaceBet", "amount": 1}\')'),
            ("ana", 'select from slots.act(:bet, \'{"type": "Spin"}\')'),
            ("ana", 'select from slots.act(:bet, \'{"type": "CashOut"}\')'),
            (
                "service",
                'select from slots.record_result(:spun, \'{"type": "Spin", "amount": 1}\','
                ' \'{"symbols": ["A"], "payout": 1.9}\')',
            ),
        ),
    ),
    # the other account has no wallet in the currency
    "slots.merge_person": Maker(
        ("slots.wallets.wallet_id",), (("owner", "select slots.merge_person(:ana, :eve)"),)
    ),
    "slots.record_metric": Maker(("slots.metrics.metric_id",)),
    "slots.roll_up_session": Maker(
        ("slots.metrics.metric_id",), (("service", "select core.run_task('slots.reports')"),)
    ),
    "slots.create_game": Maker(("slots.games.game_id",)),
    "cards.open_player": Maker(
        ("cards.players.id",), (("eve", "select cards.upsert_player('Eve', 'e', 'teal')"),)
    ),
    "cards.merge_person": Maker(
        ("cards.players.id",),
        (
            ("eve", "select cards.upsert_player('Eve', 'e', 'teal')"),
            ("owner", "select cards.merge_person(:eve, :operator)"),
        ),
    ),
    "cards.create_game": Maker(
        GAME,
        (
            ("ben", "select cards.create_game()"),
            ("ben", "select cards.create_game(is_public => true)"),
        ),
    ),
    # the one open room begins, so that nobody is seated there
    "cards.matchmake": Maker(
        GAME, (("ana", "select cards.start_game(:ready)"), ("sam", "select cards.matchmake()"))
    ),
    "cards.insert_game": Maker(GAME, (("ben", "select cards.create_game()"),)),
    "cards.import_game": Maker(
        GAME,
        (
            (
                "service",
                "select cards.import_game(jsonb_agg(jsonb_build_object('type', e.type, 'payload', e.payload) order by e.event_index))"
                " from cards.game_events as e where e.game_id = :lobby",
            ),
        ),
    ),
    "cards.simulate_game": Maker(
        ("cards.games.id",), (("service", "select cards.simulate_game(2)"),)
    ),
    "xp.register_user": Maker(("xp.xp_users.user_id",)),
    "xp.open_account": Maker(
        ("xp.xp_profiles.public_id",),
        (("ben", "select xp.register_user(auth.uid()::text, 'Europe/Brussels')"),),
    ),
    # the other id has no account
    "xp.merge_person": Maker(
        ("xp.xp_users.user_id",), (("owner", "select xp.merge_person(:ana, :eve)"),)
    ),
    "xp.write_award": Maker(
        ("xp.xp_awards.receipt_id",),
        (
            ("ben", "select xp.register_user(auth.uid()::text, 'Europe/Brussels')"),
            ("ben", "select xp.claim('daily', gen_random_uuid())"),
        ),
    ),
    "sparc.create_character": Maker(("sparc.characters.id",)),
    "sparc.create_session": Maker(("sparc.sessions.id",)),
    "sparc.decide_roll": Maker(
        ("sparc.declared_rolls.id",),
        (("ana", "select sparc.declare_roll(:night, :hero, 'wit', 9)"),),
    ),
    "sparc.decide_heroic_save": Maker(
        ("sparc.declared_rolls.id",), (("ana", "select sparc.declare_heroic_save(:lost)"),)
    ),
    "sparc.add_roll": Maker(
        ("sparc.declared_rolls.id",),
        (("ana", "select sparc.declare_roll(:night, :hero, 'might', 9)"),),
    ),
}


def makers(connection: psycopg.Connection) -> set[str]:
    """Return the functions that make an id, as their bodies say."""
    rows = connection.execute(
        "select format('%s.%s', pronamespace::regnamespace, proname), coalesce(pg_get_function_sqlbody(oid), prosrc)"
        " from pg_proc where proowner = 'gamekeeper'::regrole"
    ).fetchall()
    return {name for name, body in rows if MAKES.search(re.sub(r"--[^\n]*", "", body))} - NO_OWNER


def defaults(connection: psycopg.Connection) -> set[str]:
    """Return the columns whose default makes an id."""
    rows = connection.execute(
        "select format('%s.%s', c.oid::regclass, a.attname), pg_get_expr(d.adbin, d.adrelid)"
        " from pg_attrdef as d join pg_class as c on c.oid = d.adrelid"
        " join pg_attribute as a on a.attrelid = c.oid and a.attnum = d.adnum"
        " where c.relowner = 'gamekeeper'::regrole and not c.relispartition"
    ).fetchall()
    return {name for name, expression in rows if MAKES.search(expression)}


def as_owner(connection: psycopg.Connection) -> None:
    """Look at the tables as a superuser."""
    connection.execute(
        "select set_config('role', 'none', true), set_config('request.jwt.claims', '', true)"
    )


def ids(connection: psycopg.Connection, column: str) -> dict[str, tuple[int, int]]:
    """Return the ids of a column, each with the slot that it carries and the slot of its owner."""
    as_owner(connection)
    table, name = column.rsplit(".", 1)
    carried = CARRIED.get(column, "core.slot_in")
    rows = connection.execute(
        f"select t.{name}::text, ({carried}(t.{name}))::integer, {IDS[column]} from {table} as t".encode()
    ).fetchall()
    return {made: (slot, owner) for made, slot, owner in rows}


def perform(world: World, connection: psycopg.Connection, name: str) -> None:
    """Make a maker work: by its sample call, or by the calls of its line."""
    if MAKERS[name].calls:
        for who, query in MAKERS[name].calls:
            become(connection, who)
            connection.execute(world.filled(query).encode())
    else:
        (line,) = [line for line in CALLS if line.function == name]
        become(connection, line.caller)
        connection.execute(statement(line.function, line.arguments), line.values(world))


def faults(world: World, connection: psycopg.Connection, name: str) -> list[str]:
    """Return what is wrong with the ids that a maker makes."""
    columns = MAKERS[name].fills
    before = {column: ids(connection, column) for column in columns}
    perform(world, connection, name)
    found = []
    for column in columns:
        made = {
            key: slots
            for key, slots in ids(connection, column).items()
            if key not in before[column]
        }
        if not made:
            found.append(f"{name} made no {column}")
        found += [
            f"{name}: {column} {key} carries slot {slot}, its owner has {owner}"
            for key, (slot, owner) in made.items()
            if slot != owner
        ]
    return found


def test_every_function_that_makes_an_id_has_a_line(teller: psycopg.Connection) -> None:
    assert makers(teller) == MAKERS.keys()


def test_a_new_maker_without_a_line_is_found(teller: psycopg.Connection) -> None:
    teller.execute(
        "create function core.makes_an_id() returns uuid language plpgsql as"
        " $$ begin return core.uuid_v7(7); end $$;"
        " alter function core.makes_an_id() owner to gamekeeper"
    )
    assert makers(teller) - MAKERS.keys() == {"core.makes_an_id"}


def test_a_default_makes_ids_only_where_no_slot_matters(teller: psycopg.Connection) -> None:
    assert defaults(teller) == DEFAULTS


def test_a_new_default_that_makes_ids_is_found(teller: psycopg.Connection) -> None:
    teller.execute("alter table slots.wallets alter wallet_id set default core.uuid_v7()")
    assert defaults(teller) - DEFAULTS == {"slots.wallets.wallet_id"}


@pytest.mark.parametrize("name", MAKERS)
def test_ids_carry_the_slot_of_their_owner(
    world: World, teller: psycopg.Connection, name: str
) -> None:
    assert faults(world, teller, name) == []


def without_a_slot(definition: str) -> str:
    """Return a function's definition in which every id is made for nobody."""
    changed = re.sub(
        r"core\.(uuid_v7|slot_code)\((?:[^()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*\)",
        lambda found: f"core.{found[1]}(0)",
        definition,
    )
    changed = re.sub(r"cards\.player_id_of\([\w.:]+\)", "core.uuid_v7(0)", changed)
    return re.sub(r"xp\.new_user_id\([\w.:]+\)", "nextval('xp.user_numbers') * 1024", changed)


# Makers whose ids have an owner. A game of bots alone has the slot 0 of its host, which is forgotten as it is given.
OWNED = [
    name
    for name, maker in MAKERS.items()
    if any(IDS[column] != NOBODY for column in maker.fills) and name != "cards.simulate_game"
]


@pytest.mark.parametrize("name", OWNED)
def test_a_maker_that_forgets_the_slot_is_found(
    world: World, teller: psycopg.Connection, name: str
) -> None:
    """The people of the world have other slots than 0."""
    row = teller.execute("select pg_get_functiondef(to_regproc(%s))", [name]).fetchone()
    assert row
    broken = without_a_slot(row[0])
    assert broken != row[0]
    teller.execute(broken.encode())
    found = faults(world, teller, name)
    assert found
    assert all("carries slot 0" in fault for fault in found), found
