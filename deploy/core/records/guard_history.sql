-- Deploy gamekeeper:core/records/guard_history to pg
-- requires: core/errors/raise core/records/is_erasure
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- One trigger per operation (update, delete, truncate), so that each can be seen and tested alone;
-- TRUNCATE needs it on every partition too, which core.ensure_partitions sees to.
-- SECURITY DEFINER, because whoever writes may not see whether somebody is being erased.
create function core.guard_history()
returns trigger
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
begin
  if tg_op = 'UPDATE' then
    if core.is_erasure(tg_relid, to_jsonb(old), to_jsonb(new)) then
      return new;
    end if;
  end if;
  perform core.raise(
    'APPEND_ONLY',
    jsonb_build_object('table', format('%I.%I', tg_table_schema, tg_table_name), 'operation', tg_op)
  );
  return null;
end
$$;
comment on function core.guard_history() is
  'BEFORE UPDATE, DELETE or TRUNCATE trigger: refuses the statement for every role, the owner included. An erasure alone '
  'empties columns that are classified personal. Raises: APPEND_ONLY. [helper]';
revoke all on function core.guard_history() from public;
commit;
