"""Each law turns red when somebody breaks it: a law that cannot fail proves nothing.

Every case makes one object that breaks one law, in a transaction that the law file itself rolls back.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

LAWS = Path(__file__).parent

# (law file, part of the description that must fail, statements that break it)
BREACHES = [
    ("tables", "row level security", "create table core.bad (id integer primary key)"),
    ("tables", "every table has a comment", "create table core.bad (id integer primary key)"),
    ("tables", "every column", "create table core.bad (id integer primary key)"),
    ("tables", "every column", "create view core.bad as select 1 as riddle"),
    ("tables", "every view", "create view core.bad as select 1 as one"),
    ("tables", "primary key", "create table core.bad (id integer)"),
    ("tables", "every policy", "create policy bad on core.settings using (true)"),
    ("tables", "every type", "create type core.bad as enum ('a')"),
    (
        "indexes",
        "every foreign key",
        "create table core.bad (id integer primary key, code text references core.errors)",
    ),
    (
        "indexes",
        "no index is the beginning",
        "create index bad on core.audit_log (table_name)",
    ),
    (
        "indexes",
        "no unique index stands twice",
        "create unique index bad on core.errors (code)",
    ),
    (
        "indexes",
        "no index is invalid",
        "update pg_index set indisvalid = false where indexrelid = 'core.errors_pkey'::regclass",
    ),
    (
        "indexes",
        "no number that each server draws",
        "create table core.bad (id integer generated always as identity primary key)",
    ),
    (
        "indexes",
        "no number that each server draws",
        "create table core.bad (id serial unique)",
    ),
    (
        "functions",
        "SECURITY DEFINER",
        "create function core.bad() returns integer language sql security definer return 1",
    ),
    (
        "functions",
        "compiles no plan",
        "create function xp.reconcile_all() returns integer language sql return 1",
    ),
    (
        "functions",
        "PUBLIC",
        "grant execute on function core.join_code() to public",
    ),
    (
        "functions",
        "if clients can reach it",
        (
            "create function core.bad() returns void language plpgsql as $$ begin end $$;"
            " grant execute on function core.bad() to anon"
        ),
    ),
    (
        "functions",
        "and else as who called it",
        (
            "create function core.bad() returns void language plpgsql set search_path = pg_temp"
            " as $$ begin end $$"
        ),
    ),
    (
        "functions",
        "a procedure runs as its caller",
        "create procedure core.bad() language plpgsql security definer as $$ begin end $$",
    ),
    (
        "functions",
        "a procedure runs as its caller",
        "create procedure core.bad() language plpgsql as $$ begin perform bad(); end $$",
    ),
    (
        "functions",
        "a procedure runs as its caller",
        "create procedure core.bad() language plpgsql as $$ declare _a text; begin end $$",
    ),
    (
        "functions",
        "names a time zone",
        "create function core.bad() returns timestamp language sql stable return now() at time zone 'UTC'",
    ),
    (
        "functions",
        "every SQL function",
        "create function core.bad() returns integer language sql as $$ select 1 $$",
    ),
    (
        "functions",
        "every function has a comment",
        "create function core.bad() returns integer language sql return 1",
    ),
    (
        "functions",
        "stands in its comment",
        (
            "create function core.bad() returns void language plpgsql set search_path = pg_temp as"
            " $$ begin perform core.raise('NOT_FOUND'); end $$;"
            " comment on function core.bad() is 'Raises: FORBIDDEN.'"
        ),
    ),
    (
        "functions",
        "a function raises stands in the catalog",
        (
            "create function core.bad() returns void language plpgsql set search_path = pg_temp as"
            " $$ begin perform core.raise('NO_SUCH'); end $$"
        ),
    ),
    (
        "functions",
        "a comment names stands in the catalog",
        "comment on function core.join_code() is 'Raises: NO_SUCH_CODE.'",
    ),
    (
        "functions",
        "no immutable function",
        (
            "create function core.bad() returns timestamptz language plpgsql immutable"
            " set search_path = pg_temp as $$ begin return now(); end $$"
        ),
    ),
    (
        "functions",
        "overloaded",
        (
            "create function core.uuid_v7(text) returns integer language sql return 1;"
            " grant execute on function core.uuid_v7(text) to anon"
        ),
    ),
    (
        "functions",
        "calls nothing that the caller may not",
        (
            "create function core.bad() returns text language sql return core.join_code();"
            " grant execute on function core.bad() to anon"
        ),
    ),
    (
        "functions",
        "materialized view",
        (
            "create materialized view core.bad as select 1 as one;"
            " grant select on core.bad to service_role"
        ),
    ),
    ("privileges", "PUBLIC", "grant select on core.errors to public"),
    ("privileges", "write through functions", "grant insert on core.settings to service_role"),
    (
        "privileges",
        "runs as its caller",
        "create view core.bad as select 1 as one; grant select on core.bad to anon",
    ),
    (
        "privileges",
        "no partition is granted",
        (
            "create table core.bad (id integer) partition by list (id);"
            " create table core.bad_1 partition of core.bad for values in (1);"
            " grant select on core.bad_1 to anon"
        ),
    ),
    (
        "privileges",
        "foreign key to another",
        (
            "create schema slots_bad authorization gamekeeper;"
            " create table slots_bad.a (id integer primary key);"
            " create table core.bad (id integer references slots_bad.a)"
        ),
    ),
    (
        "privileges",
        "knows another system",
        (
            "create function core.bad() returns integer language plpgsql set search_path = pg_temp as"
            " $$ begin return slots.anything; end $$"
        ),
    ),
    (
        "privileges",
        "no right on a whole table",
        "grant update on sparc.characters to authenticated",
    ),
    (
        "privileges",
        "and of no other",
        "grant insert (name) on core.settings to authenticated",
    ),
    (
        "privileges",
        "may truncate",
        "grant truncate on core.settings to service_role",
    ),
    (
        "privileges",
        "a view is only read",
        "grant insert on core.partitions to service_role",
    ),
    (
        "history",
        "refuses update, delete and truncate",
        "drop trigger guard_history_truncate on core.audit_log",
    ),
    (
        "history",
        "refuses update, delete and truncate",
        (
            "drop trigger guard_history_update on core.audit_log;"
            " create trigger guard_history_update before update on core.audit_log"
            " for each row when (old.before is not null) execute function core.guard_history()"
        ),
    ),
    (
        "history",
        "is named as the guard of history runs it",
        (
            "create trigger guard_history_insert before insert on core.audit_log"
            " for each row execute function core.touch()"
        ),
    ),
    (
        "words",
        "a trigger has the name of its function",
        "create trigger dust before update on core.errors for each row execute function core.touch()",
    ),
    (
        "words",
        "does nothing else is named guard_x",
        (
            "create function core.bad() returns trigger language plpgsql set search_path = pg_temp as"
            " $$ begin if new.code = 'x' then perform core.raise('FORBIDDEN'); end if; return new; end $$"
        ),
    ),
    (
        "words",
        "guard_x is a trigger function that refuses",
        "create function core.guard_bad() returns integer language sql return 1",
    ),
    (
        "words",
        "answer true or false",
        "create function core.is_bad() returns integer language sql return 1",
    ),
    (
        "words",
        "answer true or false",
        "create function core.may_do_bad() returns boolean language sql volatile return true",
    ),
    (
        "words",
        "returns a row of health",
        "create function core.health_bad() returns boolean language sql return true",
    ),
    (
        "words",
        "is asked by core.health()",
        "delete from core.health_checks where name = 'core.indexes'",
    ),
    (
        "words",
        "check_x refuses an argument",
        "create function core.check_bad() returns boolean language sql return true",
    ),
    (
        "words",
        "require_x refuses",
        "create function core.require_bad() returns boolean language sql return true",
    ),
    (
        "words",
        "lock_x locks a row",
        "create function core.lock_bad() returns boolean language sql return true",
    ),
    (
        "words",
        "find_x locks nothing",
        "create function core.find_bad() returns boolean language sql return true",
    ),
    (
        "words",
        "list_x returns a page",
        "create function core.list_bad() returns setof integer language sql return 1",
    ),
    (
        "words",
        "upkeep_x is a task",
        "create function core.upkeep_bad() returns text language sql return 'x'",
    ),
    (
        "words",
        "is named upkeep_x",
        (
            "create function core.bad() returns text language sql return 'x';"
            " comment on function core.bad() is 'Bad. [helper]';"
            " insert into core.upkeep_tasks (task, function, meaning) values ('core.bad', 'core.bad()', 'x')"
        ),
    ),
    (
        "words",
        "x_document makes one JSON document",
        "create function core.bad_document() returns text language sql return 'x'",
    ),
    (
        "tags",
        "exactly one of the tags",
        "comment on function core.join_code() is 'A code. [helper] [client]'",
    ),
    (
        "tags",
        "what is for clients",
        "comment on function core.join_code() is 'A code. [client]'",
    ),
    (
        "tags",
        "what is for operators",
        (
            "create function core.bad() returns integer language sql return 1;"
            " comment on function core.bad() is 'Bad. [operator]';"
            " grant execute on function core.bad() to authenticated"
        ),
    ),
    (
        "tags",
        "what is for the service",
        "grant execute on function core.maintain_once() to authenticated",
    ),
    (
        "tags",
        "a helper is granted",
        "grant execute on function core.join_code() to authenticated",
    ),
    (
        "tags",
        "says how it is sent again",
        (
            "create function core.bad() returns void language sql volatile begin atomic select; end;"
            " comment on function core.bad() is 'Bad. [service]';"
            " grant execute on function core.bad() to service_role"
        ),
    ),
    (
        "tags",
        "under a key takes one",
        "comment on function core.maintain_once() is 'Bad. [service] [repeat: key]'",
    ),
    (
        "tags",
        "not once for each column",
        (
            "create function core.bad(idempotency_key text) returns core.settings language sql volatile"
            " begin atomic select * from core.settings; end;"
            " comment on function core.bad(text) is 'Bad. [service] [repeat: key]';"
            " grant execute on function core.bad(text) to service_role"
        ),
    ),
    (
        "tags",
        "a tag that nobody knows",
        "comment on function core.join_code() is 'A code. [helper] [fast]'",
    ),
    (
        "plpgsql_check",
        "finds no fault in any function",
        (
            "create function core.bad() returns integer language plpgsql set search_path = pg_temp as"
            " $$ begin return (select n from core.nowhere); end $$"
        ),
    ),
]


@pytest.mark.parametrize(
    ("law", "rule", "breach"), BREACHES, ids=[f"{law}: {rule}" for law, rule, _ in BREACHES]
)
def test_law_sees_breach(database: str, law: str, rule: str, breach: str) -> None:
    """The law's file reports ``not ok`` for the rule once the breach is there."""
    script = (
        "begin; set local role gamekeeper;\n"
        if "update pg_index" not in breach and "slots_bad" not in breach
        else "begin;\n"
    )
    script += breach + ";\nreset role;\n"
    if "slots_bad" in breach:
        script += (
            "alter table slots_bad.a owner to gamekeeper;"
            " alter table core.bad owner to gamekeeper;\n"
        )
    script += (LAWS / f"{law}.sql").read_text()
    run = subprocess.run(
        ["psql", "-XqAt", "-v", "ON_ERROR_STOP=1", "-d", database],
        input=script,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    failed = [line for line in run.stdout.splitlines() if line.startswith("not ok")]
    assert any(rule in line for line in failed), run.stdout
