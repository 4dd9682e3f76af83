"""Verify fails for each fact that is broken: one breach of every kind of fact, on both versions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import psycopg
import pytest

from runner import sqitch, verify

from . import scripts
from .conftest import Target

SETTING = "has_function{}('core.setting(text)'"
AUDIT = "has_function{}('core.audit()'"

# (what breaks, the beginning of the line that must fail, what it must say that it found)
BREACHES = [
    ("alter schema core owner to studio", "has_schema('core'", "schema, owned by studio"),
    ("comment on schema core is null", "has_schema('core'", "schema, without a comment"),
    ("revoke usage on schema core from anon", "has_schema_grants('core'", "authenticated usage, s"),
    ("grant create on schema core to anon", "has_schema_grants('core'", "anon create, anon usage"),
    ("alter type sparc.attribute add value 'luck'", "has_type('sparc.attribute'", "heart, luck"),
    ("drop type sparc.attribute cascade", "has_type('sparc.attribute'", "nothing"),
    ("comment on type sparc.attribute is null", "has_type('sparc.attribute'", "without a comment"),
    (
        "alter type slots.act_result drop attribute balance",
        "has_column('slots.act_result', 'b",
        "n",
    ),
    ("drop function core.setting(text) cascade", SETTING.format(""), "nothing"),
    (
        "drop function core.setting(text) cascade; create function core.setting(key text)"
        " returns jsonb language sql return null::jsonb",
        SETTING.format(""),
        "(key text) returns jsonb",
    ),
    (
        "drop function core.setting(text) cascade; create function core.setting(name text)"
        " returns text language sql return null::text",
        SETTING.format(""),
        "(name text) returns text",
    ),
    (
        "create or replace function core.setting(name text default 'x') returns jsonb"
        " language sql return null::jsonb",
        SETTING.format(""),
        "(name text DEFAULT 'x'::text) returns jsonb",
    ),
    ("alter function core.setting owner to studio", SETTING.format(""), "owned by studio"),
    ("comment on function core.setting is null", SETTING.format(""), "without a comment"),
    (
        "create or replace function core.setting(name text) returns jsonb language sql stable"
        " parallel safe return null::jsonb",
        SETTING.format("_nature"),
        "sql, stable",
    ),
    ("alter function core.setting volatile", SETTING.format("_nature"), "plpgsql, volatile"),
    ("alter function core.setting parallel unsafe", SETTING.format("_nature"), "parallel unsafe"),
    ("alter function core.setting strict", SETTING.format("_nature"), "strict"),
    ("alter function core.setting leakproof", SETTING.format("_nature"), "leakproof"),
    ("alter function core.setting security definer", SETTING.format("_nature"), "security definer"),
    ("alter function core.audit() security invoker", AUDIT.format("_nature"), "unsafe, search"),
    ("alter function core.audit() reset search_path", AUDIT.format("_nature"), "security definer"),
    ("alter function core.audit() set search_path = core", AUDIT.format("_nature"), "path=core"),
    ("grant execute on function core.setting to public", SETTING.format("_grants"), "PUBLIC"),
    ("grant execute on function core.setting to anon", SETTING.format("_grants"), "anon"),
    (
        "revoke execute on function slots.create_wallet from authenticated",
        "has_function_grants('slots.create_wallet(",
        "service_role",
    ),
    ("drop table core.settings cascade", "has_relation('core.settings'", "nothing"),
    (
        "alter table core.settings owner to studio",
        "has_relation('core.settings'",
        "owned by studio",
    ),
    ("comment on table core.settings is null", "has_relation('core.settings'", "without a comment"),
    (
        "alter table core.settings disable row level security",
        "has_relation('core.settings'",
        "table",
    ),
    (
        "alter table core.settings force row level security",
        "has_relation('core.settings'",
        "forced on its owner too",
    ),
    ("alter table core.settings set unlogged", "has_relation('core.settings'", "unlogged table"),
    ("alter table sparc.sessions reset (fillfactor)", "has_relation('sparc.sessions'", "security"),
    (
        "alter view core.partitions reset (security_invoker)",
        "has_relation('core.partitions'",
        "view",
    ),
    (
        "drop view slots.session_metrics_latest cascade",
        "has_relation('slots.session_metrics_latest'",
        "nothing",
    ),
    (
        "alter table core.settings drop column meaning",
        "has_column('core.settings', 'meaning'",
        "nothing",
    ),
    (
        "alter table core.settings alter meaning drop not null",
        "has_column('core.settings', 'meaning'",
        "text",
    ),
    (
        "alter table core.settings alter meaning type varchar(9000)",
        "has_column('core.settings', 'meaning'",
        "character varying(9000) NOT NULL",
    ),
    (
        "alter table core.settings alter updated_at drop default",
        "has_column('core.settings', 'updated_at'",
        "timestamp with time zone NOT NULL",
    ),
    (
        "comment on column core.settings.meaning is null",
        "has_column('core.settings', 'meaning'",
        "text NOT NULL, without a comment",
    ),
    (
        "alter table slots.rl_blocks alter block_no drop identity",
        "has_column('slots.rl_blocks', 'block_no'",
        "bigint NOT NULL",
    ),
    (
        "alter table slots.server_seeds alter server_seed set statistics -1",
        "has_column('slots.server_seeds', 'server_seed'",
        "bytea NOT NULL",
    ),
    (
        "alter table core.settings drop constraint settings_pkey",
        "has_constraint('core.settings', 'settings_pkey'",
        "nothing",
    ),
    (
        "alter table core.errors drop constraint errors_sqlstate_key",
        "has_constraint('core.errors', 'errors_sqlstate_key'",
        "nothing",
    ),
    (
        "alter table core.settings drop constraint settings_name_form;"
        " alter table core.settings add constraint settings_name_form check (name <> '')",
        "has_constraint('core.settings', 'settings_name_form'",
        "CHECK ((name <> ''::text))",
    ),
    (
        "alter table slots.sessions drop constraint sessions_game_id_fkey",
        "has_constraint('slots.sessions', 'sessions_game_id_fkey'",
        "nothing",
    ),
    (
        "alter index core.audit_log_table_name_entry_id_idx rename to other",
        "has_index('core.audit_log'",
        "nothing",
    ),
    (
        "drop index slots.wallet_entries_operation_key; create index wallet_entries_operation_key"
        " on slots.wallet_entries (wallet_id)",
        "has_index('slots.wallet_entries', 'wallet_entries_operation_key'",
        "btree (wallet_id)",
    ),
    ("drop policy operators_read on core.settings", "has_policy('core.settings'", "nothing"),
    (
        "alter policy operators_read on core.settings to public",
        "has_policy('core.settings'",
        "select to PUBLIC using",
    ),
    (
        "drop policy operators_read on core.settings; create policy operators_read"
        " on core.settings as restrictive to authenticated, service_role using (true)",
        "has_policy('core.settings'",
        "restrictive all to authenticated, service_role using, without a comment",
    ),
    (
        "revoke select on core.settings from authenticated",
        "has_relation_grants('core.settings', 'authenticated'",
        "nothing",
    ),
    (
        "grant select on core.settings to anon",
        "has_relation_grants('core.settings', 'anon'",
        "select",
    ),
    (
        "grant update (value) on core.settings to authenticated",
        "has_relation_grants('core.settings', 'authenticated'",
        "select, update (value)",
    ),
    (
        "grant truncate on core.settings to public",
        "has_relation_grants('core.settings', 'PUBLIC'",
        "truncate",
    ),
    (
        "grant select on core.settings to authenticated with grant option",
        "has_relation_grants('core.settings', 'authenticated'",
        "select with grant option",
    ),
    ("drop trigger touch on core.settings", "has_trigger('core.settings', 'touch'", "nothing"),
    (
        "alter trigger touch on core.settings rename to other",
        "has_trigger('core.settings', 'touch'",
        "nothing",
    ),
    (
        "alter table core.settings disable trigger touch",
        "has_trigger('core.settings', 'touch'",
        "disabled",
    ),
    (
        "create or replace trigger touch after update on core.settings for each row"
        " execute function core.touch()",
        "has_trigger('core.settings', 'touch'",
        "AFTER UPDATE FOR EACH ROW EXECUTE FUNCTION core.touch()",
    ),
    (
        "create or replace trigger touch before update on core.settings for each row"
        " execute function core.audit()",
        "has_trigger('core.settings', 'touch'",
        "BEFORE UPDATE FOR EACH ROW EXECUTE FUNCTION core.audit()",
    ),
    (
        "delete from core.errors where code = 'NOT_FOUND'",
        'has_row(\'core.errors\', \'{"code": "NOT_FOUND"',
        "nothing",
    ),
    (
        "update core.errors set sqlstate = 'KG999' where code = 'NOT_FOUND'",
        'has_row(\'core.errors\', \'{"code": "NOT_FOUND"',
        "nothing",
    ),
    ("alter function auth.uid() volatile", "has_function_nature('auth.uid()'", "sql, volatile"),
    (
        "alter default privileges for role gamekeeper grant execute on functions to public",
        "is_true(\n  'PUBLIC may not execute",
        "false",
    ),
    ("alter role gamekeeper login", "is_true('nobody logs in as gamekeeper'", "false"),
    ("drop publication gamekeeper_realtime", "is_true(\n  'the session feed", "false"),
]


@pytest.fixture(scope="module")
def deployed(target: Target) -> Iterator[psycopg.Connection[Any]]:
    """A superuser's connection to a database with the whole plan and the helpers; the deployer deployed it."""
    with target.database("broken_facts") as database:
        with target.deployer(database) as deployer:
            scripts.deploy(deployer, sqitch.plan())
        with target.superuser(database) as superuser:
            verify.prepare(superuser)
            yield superuser
        with target.deployer(database) as deployer:
            scripts.revert(deployer, sqitch.plan())


@cache
def lines() -> list[str]:
    """Return what all verify scripts state."""
    text = "".join(change.script("verify").read_text() for change in sqitch.plan())
    return re.findall(r"^select pg_temp\.\w+\(.*?\);$", text, re.MULTILINE | re.DOTALL)


@contextmanager
def rolled_back(connection: psycopg.Connection[Any], statements: str) -> Iterator[None]:
    """Run statements in a transaction that is rolled back."""
    connection.execute("begin")
    try:
        connection.execute(statements.encode())
        yield
    finally:
        connection.execute("rollback")


@pytest.mark.parametrize(
    ("breach", "line", "found"), BREACHES, ids=[breach[:60] for breach, _, _ in BREACHES]
)
def test_verify_fails_for_a_broken_fact(
    deployed: psycopg.Connection[Any], breach: str, line: str, found: str
) -> None:
    (fact,) = [text for text in lines() if text.startswith(f"select pg_temp.{line}")]
    deployed.execute(fact.encode())
    with (
        rolled_back(deployed, breach),
        pytest.raises(psycopg.errors.RaiseException) as raised,
    ):
        deployed.execute(fact.encode())
    message = raised.value.diag.message_primary or ""
    assert ': expected "' in message
    assert found in message.split('", found "')[1]


def test_every_kind_of_fact_is_broken_once() -> None:
    helpers = {line.split("(")[0] for line in lines()}
    assert {f"select pg_temp.{line.split('(')[0]}" for _, line, _ in BREACHES} == helpers


def test_verify_holds_where_a_later_change_or_the_studio_adds(
    deployed: psycopg.Connection[Any],
) -> None:
    """A column, constraint, index, trigger, policy, row more, a role of the studio's: all facts stay true."""
    additions = """
        create role analyst;
        grant usage on schema core to analyst;
        grant select on core.settings to analyst;
        grant execute on function core.setting to analyst;
        alter table core.settings add extra integer default 1;
        alter table core.settings add constraint extra check (extra > 0);
        create index extra_idx on core.settings (extra);
        create trigger extra before update on core.settings for each row execute function core.touch();
        create policy extra on core.settings using (true);
        insert into core.errors values ('EXTRA', 'KG998', 400, 'An extra error.', 'None.');
        create table core.extra (id integer);
        create function core.extra() returns integer language sql return 1
    """
    with rolled_back(deployed, additions):
        for line in lines():
            deployed.execute(line.encode())


def test_a_domain_is_a_fact_too(deployed: psycopg.Connection[Any]) -> None:
    """A verify script can state a domain, though no change makes one yet."""
    with rolled_back(deployed, "create domain core.bad as integer not null check (value > 0)"):
        deployed.execute(
            "select pg_temp.has_type('core.bad', 'domain over integer NOT NULL CHECK ((VALUE > 0)),"
            " owned by postgres, without a comment')"
        )
        deployed.execute("alter domain core.bad drop not null")
        with pytest.raises(psycopg.errors.RaiseException, match="found"):
            deployed.execute(
                "select pg_temp.has_type('core.bad', 'domain over integer NOT NULL CHECK ((VALUE > 0)),"
                " owned by postgres, without a comment')"
            )
