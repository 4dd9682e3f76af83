-- Deploy gamekeeper:core/chance/is_settled to pg
-- requires: core/chance/may_draw_at_once
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Both ids are those of the top-level transaction, so savepoints change nothing. They are compared for equality only:
-- after dump and restore the stored numbers belong to another server. One expression, so that the planner inlines it,
-- and who is calling is asked only in the rare case that the ids are equal.
create function core.is_settled(decided_in xid8)
returns boolean
language sql
volatile
return is_settled.decided_in is null
  or is_settled.decided_in is distinct from pg_current_xact_id_if_assigned()
  or core.may_draw_at_once();
comment on function core.is_settled(xid8) is
  'Whether a draw that depends on the decision made in transaction decided_in (null: on none) may be computed, '
  'stored or shown now: in a later transaction, or for a caller who may draw at once. Ask it under the row''s lock, '
  'before any secret is read; where it says no, raise COMMIT_FIRST. [helper]';
revoke all on function core.is_settled(xid8) from public;
commit;
