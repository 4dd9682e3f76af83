-- Deploy gamekeeper:xp/books/reconcile to pg
-- requires: xp/books/differences core/callers/require_operator
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
  return query select d.kind, d.user_id, d.expected, d.actual from xp.differences() as d order by d.kind, d.user_id;
end
$$;
comment on function xp.reconcile() is
  'For operators: compares balances and season totals with the ledger, streaks with the awards, awards with the '
  'ledger, and returns what differs; must return nothing. Reads everything. Raises: FORBIDDEN. [operator]';
revoke all on function xp.reconcile() from public;
grant execute on function xp.reconcile() to authenticated, service_role;
commit;
