"""Every table either moves with slots, wholly or in part, or stands in the list of those that stay, with the reason."""

import psycopg

from sharding import definitions, tables

STAYS = {name for names in tables.STAYS for name in names.split()}
LISTED = [*tables.OWNED, *tables.SHARED, *STAYS]


def test_every_table_stands_in_one_list(owner: psycopg.Connection) -> None:
    rows = owner.execute(
        "select c.oid::regclass::text from pg_class as c"
        " where c.relkind in ('r', 'p') and not c.relispartition"
        " and c.relnamespace::regnamespace::text in ('auth', 'core', 'slots', 'cards', 'xp', 'sparc')"
    ).fetchall()
    assert len(LISTED) == len(set(LISTED))
    there = {name for (name,) in rows}
    assert {name for name in there if not name.startswith("sparc.")} - set(LISTED) == set()
    assert set(LISTED) - there == set()


def test_what_refers_to_rows_that_move_moves_too_or_is_a_sum_of_them(
    owner: psycopg.Connection,
) -> None:
    rows = owner.execute(
        "select distinct conrelid::regclass::text from pg_constraint"
        " where contype = 'f' and confrelid = any (%s::regclass[]) and conparentid = 0",
        [list(tables.OWNED)],
    ).fetchall()
    sums = {
        name
        for names, reason in tables.STAYS.items()
        if reason == tables.SUMS
        for name in names.split()
    }
    assert len(rows) > 20
    assert {name for (name,) in rows} - set(tables.OWNED) - sums == set()


def test_numbers_that_a_server_draws_are_drawn_anew(owner: psycopg.Connection) -> None:
    rows = owner.execute(
        "select attrelid::regclass::text, attname from pg_attribute"
        " where attidentity <> '' and attrelid = any (%s::regclass[])",
        [[*tables.OWNED, *tables.SHARED]],
    ).fetchall()
    assert dict(rows) == tables.RENUMBERED


def test_no_trigger_fires_for_a_mover(owner: psycopg.Connection) -> None:
    """It writes in the role of a replica, which triggers that are always enabled do not leave alone."""
    rows = owner.execute(
        "select tgrelid::regclass::text, tgname from pg_trigger where tgenabled in ('A', 'R')"
    ).fetchall()
    assert rows == [(definitions.DIGESTS, "compare_definitions")]
    assert definitions.DIGESTS in STAYS
