"""What a database and its cluster hold, as comparable text."""

from __future__ import annotations

import hashlib
from typing import Any

import psycopg

# Each query gives (kind, identity, definition). System schemas, temporary objects and what belongs to an
# extension are left out; everything else that a change could leave behind is in.
OURS = "n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'sqitch')"

QUERIES = [
    f"""
    select 'schema', n.nspname, concat_ws(' ', n.nspowner::regrole, n.nspacl)
    from pg_namespace n where {OURS}
    """,
    f"""
    select 'relation', c.oid::regclass::text,
      concat_ws(' ', c.relkind, c.relowner::regrole, c.relacl, c.relpersistence, c.relrowsecurity,
        c.relforcerowsecurity, c.reloptions, c.relreplident, pg_get_expr(c.relpartbound, c.oid),
        case when c.relkind in ('v', 'm') then pg_get_viewdef(c.oid) end,
        case when c.relkind in ('i', 'I') then pg_get_indexdef(c.oid) end,
        case when c.relkind = 'p' then pg_get_partkeydef(c.oid) end)
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where {OURS}
    """,
    f"""
    select 'column', c.oid::regclass::text || '.' || a.attname,
      concat_ws(' ', a.attnum, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity,
        a.attgenerated, a.attstorage, a.attstattarget, a.attacl, pg_get_expr(d.adbin, d.adrelid))
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid
    join pg_namespace n on n.oid = c.relnamespace
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attnum > 0 and {OURS}
    """,
    f"""
    select 'constraint', coalesce(c.conrelid::regclass::text, c.contypid::regtype::text) || ': ' || c.conname,
      concat_ws(' ', pg_get_constraintdef(c.oid), c.convalidated)
    from pg_constraint c join pg_namespace n on n.oid = c.connamespace where {OURS}
    """,
    f"""
    select 'trigger', t.tgrelid::regclass::text || ': ' || t.tgname,
      concat_ws(' ', pg_get_triggerdef(t.oid), t.tgenabled)
    from pg_trigger t
    join pg_class c on c.oid = t.tgrelid
    join pg_namespace n on n.oid = c.relnamespace
    where not t.tgisinternal and {OURS}
    """,
    """
    select 'policy', p.polrelid::regclass::text || ': ' || p.polname,
      concat_ws(' ', p.polcmd, p.polpermissive, p.polroles::regrole[],
        pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
    from pg_policy p
    """,
    f"""
    select 'function', p.oid::regprocedure::text,
      concat_ws(' ', p.prokind, p.proowner::regrole, p.proacl,
        case when p.prokind <> 'a' then pg_get_functiondef(p.oid) end,
        (select concat_ws(' ', a.aggtransfn, a.aggfinalfn, a.aggtranstype::regtype, a.agginitval)
         from pg_aggregate a where a.aggfnoid = p.oid))
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where {OURS}
    """,
    f"""
    select 'type', t.oid::regtype::text,
      concat_ws(' ', t.typtype, t.typowner::regrole, t.typacl, t.typdefault, t.typbasetype::regtype,
        (select array_agg(e.enumlabel order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid))
    from pg_type t join pg_namespace n on n.oid = t.typnamespace where {OURS}
    """,
    f"""
    select 'operator or cast', pg_describe_object(o.classid, o.objid, 0), ''
    from (
      select 'pg_operator'::regclass as classid, x.oid as objid, x.oprnamespace as namespace from pg_operator x
      union all select 'pg_opclass'::regclass, x.oid, x.opcnamespace from pg_opclass x
      union all select 'pg_collation'::regclass, x.oid, x.collnamespace from pg_collation x
      union all select 'pg_statistic_ext'::regclass, x.oid, x.stxnamespace from pg_statistic_ext x
    ) o join pg_namespace n on n.oid = o.namespace where {OURS}
    """,
    """
    select 'cast', pg_describe_object('pg_cast'::regclass, c.oid, 0), '' from pg_cast c where c.oid >= 16384
    """,
    """
    select 'default privilege',
      concat_ws(' ', d.defaclrole::regrole, d.defaclnamespace::regnamespace, d.defaclobjtype), d.defaclacl::text
    from pg_default_acl d
    """,
    """
    select 'publication', p.pubname,
      concat_ws(' ', p.pubowner::regrole, p.puballtables, p.pubviaroot,
        (select array_agg(concat_ws(' ', r.prrelid::regclass, r.prattrs::text, pg_get_expr(r.prqual, r.prrelid)) order by 1)
         from pg_publication_rel r where r.prpubid = p.oid))
    from pg_publication p
    """,
    "select 'event trigger', e.evtname, concat_ws(' ', e.evtevent, e.evtfoid::regproc) from pg_event_trigger e",
    "select 'extension', e.extname, e.extnamespace::regnamespace::text from pg_extension e",
    """
    select 'comment', pg_describe_object(d.classoid, d.objoid, d.objsubid), d.description
    from pg_description d where d.objoid >= 16384
    """,
    """
    select 'role', r.rolname,
      concat_ws(' ', r.rolsuper, r.rolinherit, r.rolcreaterole, r.rolcreatedb, r.rolcanlogin, r.rolreplication,
        r.rolbypassrls, r.rolconnlimit, shobj_description(r.oid, 'pg_authid'),
        (select array_agg(m.roleid::regrole::text order by 1) from pg_auth_members m where m.member = r.oid))
    from pg_roles r where r.rolname !~ '^pg_'
    """,
    """
    select 'setting', concat_ws(' ', s.setdatabase, s.setrole::regrole), s.setconfig::text from pg_db_role_setting s
    """,
    (
        "select 'database', d.datname, concat_ws(' ', d.datdba::regrole, d.datacl) from pg_database d"
        " where d.datname = current_database()"
    ),
]

Snapshot = dict[tuple[str, str], str]


def snapshot(connection: psycopg.Connection[Any]) -> Snapshot:
    """Return everything that the database of the connection holds, rows of our tables included.

    Keys are (kind, identity), values definitions. Of each table that has rows their
    number and a digest of them are taken, so that a revert that leaves rows behind is seen;
    but for the audit log, which remembers that a setting was there.
    """
    seen: Snapshot = {}
    for query in QUERIES:
        for kind, identity, definition in connection.execute(query).fetchall():
            seen[kind, identity] = definition or ""
    tables = connection.execute(
        f"""
        select c.oid::regclass::text
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and c.oid is distinct from to_regclass('core.audit_log') and {OURS}
          and pg_relation_size(c.oid) > 0
        """
    ).fetchall()
    for (table,) in tables:
        rows = connection.execute(f"select t::text from {table} t order by 1").fetchall()  # type: ignore[arg-type]
        if rows:
            digest = hashlib.sha256("\n".join(row for (row,) in rows).encode()).hexdigest()
            seen["rows", table] = f"{len(rows)} {digest}"
    return seen


def difference(before: Snapshot, after: Snapshot) -> list[str]:
    """Return what differs between two snapshots, one readable line each; nothing when they are equal."""
    lines = [f"left over: {kind} {name}" for kind, name in sorted(after.keys() - before.keys())]
    lines += [f"gone: {kind} {name}" for kind, name in sorted(before.keys() - after.keys())]
    lines += [
        f"changed: {kind} {name}: {before[kind, name]!r} -> {after[kind, name]!r}"
        for kind, name in sorted(before.keys() & after.keys())
        if before[kind, name] != after[kind, name]
    ]
    return lines
