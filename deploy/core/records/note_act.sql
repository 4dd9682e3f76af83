-- Deploy gamekeeper:core/records/note_act to pg
-- requires: core/records/audit_log core/callers/session_role core/callers/user_id
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.note_act(table_name text, before jsonb, after jsonb)
returns void
language sql
volatile
begin atomic
  insert into core.audit_log (actor, actor_role, table_name, operation, before, after)
  values (
    core.user_id(), core.session_role(), note_act.table_name,
    case when note_act.before is null then 'INSERT' when note_act.after is null then 'DELETE' else 'UPDATE' end,
    note_act.before, note_act.after
  );
end;
comment on function core.note_act(text, jsonb, jsonb) is
  'Records the caller''s act in core.audit_log in the command''s own words, where the rows themselves say too much or too '
  'little: no values of people, no secrets. Without before it is an INSERT, without after a DELETE. [helper]';
revoke all on function core.note_act(text, jsonb, jsonb) from public;
commit;
