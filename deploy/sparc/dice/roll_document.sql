-- Deploy gamekeeper:sparc/dice/roll_document to pg
-- requires: sparc/dice/declared_rolls
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Stable because to_jsonb is; called immutable, the planner would not inline it.
create function sparc.roll_document(roll sparc.declared_rolls)
returns jsonb
language sql
stable
parallel safe
return case
  when (roll_document.roll).is_hidden and (roll_document.roll).revealed_at is null
    then jsonb_build_object('id', (roll_document.roll).id, 'is_hidden', true)
  else to_jsonb(roll_document.roll)
    - array['session_id', 'declared_at', 'decided_in', 'thrown_at', 'save_from', 'revealed_at']
end;
comment on function sparc.roll_document(sparc.declared_rolls) is
  'What everybody in the session may know of a declared roll; of a hidden one that it is there. [helper]';
revoke all on function sparc.roll_document(sparc.declared_rolls) from public;
commit;
