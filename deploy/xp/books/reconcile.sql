-- Deploy gamekeeper:xp/books/reconcile to pg
-- requires: xp/books/differences xp/books/board_differences core/callers/require_operator
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.reconcile()
returns table (kind text, user_id bigint, expected jsonb, actual jsonb)
language plpgsql
stable
security definer
set search_path = pg_temp
as $$
begin
  perform core.require_operator();
  return query
    select d.kind, d.user_id, d.expected, d.actual
    from (
      select s.* from xp.differences() as s
      union all
      select b.* from xp.board_differences() as b
    ) as d
    order by d.kind, d.user_id;
end
$$;
comment on function xp.reconcile() is
  'For operators: compares balances, season totals and the levels reached with the ledger, streaks with the awards, awards with the '
  'ledger, boards with what upkeep has added to them, and returns what differs; must return nothing. Reads everything. Raises: FORBIDDEN. [operator]';
revoke all on function xp.reconcile() from public;
grant execute on function xp.reconcile() to authenticated, service_role;
commit;
