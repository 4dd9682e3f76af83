-- Deploy gamekeeper:core/records/erasures to pg
-- requires: core/schema core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The fact that lets personal columns of histories be overwritten: a row of the running transaction, which
-- core.run_person_hooks() adds before the hooks of an erasure and removes behind them. No client role is granted the
-- table, no setting says the same, and no statement of its own adds a row, the owner's neither: the function has to be on
-- the stack. (Who owns a table can drop its triggers; this keeps honest hands from writing history, and every erasure leaves
-- its row in core.closed_persons.)
create table core.erasures (
  xact xid8 primary key,
  person_id uuid not null
);
comment on table core.erasures is
  'The erasure that the running transaction is at. Nobody ever sees a row: it is gone before the transaction ends.';
comment on column core.erasures.xact is 'The transaction.';
comment on column core.erasures.person_id is 'Who is erased.';
alter table core.erasures enable row level security;

create function core.guard_erasures()
returns trigger
language plpgsql
volatile
set search_path = pg_temp
as $$
declare
  _stack text;
begin
  get diagnostics _stack = pg_context;
  if tg_op <> 'INSERT' or strpos(_stack, 'core.run_person_hooks(text,uuid,uuid,text)') = 0 or new.xact <> pg_current_xact_id() then
    perform core.raise('APPEND_ONLY', jsonb_build_object('table', 'core.erasures', 'operation', tg_op));
  end if;
  return new;
end
$$;
comment on function core.guard_erasures() is
  'Trigger: only core.run_person_hooks() says that somebody is being erased, of its own transaction. Raises: APPEND_ONLY. [helper]';
revoke all on function core.guard_erasures() from public;
create trigger guard_erasures before insert or update on core.erasures for each row execute function core.guard_erasures();
commit;
