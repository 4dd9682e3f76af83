-- Deploy gamekeeper:xp/books/reconcile to pg
-- requires: xp/books/differences xp/books/board_differences xp/users/accounts_after core/callers/require_operator
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Looks at one range of accounts after another, all by the snapshot of its caller, and says how far it is.
create function xp.reconcile()
returns table (kind text, user_id bigint, expected jsonb, actual jsonb)
language plpgsql
stable
security definer
set search_path = pg_temp
set jit = off
as $$
declare
  _accounts constant integer := 5000;
  _ids bigint[];
begin
  perform core.require_operator();
  loop
    _ids := xp.accounts_after(_ids[cardinality(_ids)], _accounts);
    exit when _ids = '{}';
    return query
      select d.kind, d.user_id, d.expected, d.actual
      from xp.differences(_ids) as d
      order by d.user_id, d.kind;
    exit when cardinality(_ids) < _accounts;
    raise notice 'accounts up to % looked at', _ids[_accounts];
  end loop;
  return query
    select b.kind, b.user_id, b.expected, b.actual
    from xp.board_differences() as b
    order by b.kind, b.user_id;
end
$$;
comment on function xp.reconcile() is
  'For operators: compares balances, season totals and the levels reached with the ledger, streaks with the awards, awards with the '
  'ledger, boards with what upkeep has added to them, and returns what differs; must return nothing. Reads everything, and tells how far it is. Raises: FORBIDDEN. [operator]';
revoke all on function xp.reconcile() from public;
grant execute on function xp.reconcile() to authenticated, service_role;
commit;
