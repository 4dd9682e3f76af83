-- Deploy gamekeeper:core/records/audit to pg
-- requires: core/records/audit_log core/callers/session_role core/callers/user_id
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- SECURITY DEFINER, because no caller may write the log in any other way.
create function core.audit()
returns trigger
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
begin
  insert into core.audit_log (actor, actor_role, table_name, operation, before, after)
  values (
    core.user_id(),
    core.session_role(),
    format('%I.%I', tg_table_schema, tg_table_name),
    tg_op,
    case when tg_op <> 'INSERT' then to_jsonb(old) - coalesce(tg_argv, '{}') end,
    case when tg_op <> 'DELETE' then to_jsonb(new) - coalesce(tg_argv, '{}') end
  );
  return null;
end
$$;
comment on function core.audit() is
  'AFTER INSERT, UPDATE or DELETE row trigger: records caller, row before and row after in core.audit_log, in the same transaction. '
  'Its arguments name the columns that are left out: those of people and secrets. [helper]';
revoke all on function core.audit() from public;
commit;
