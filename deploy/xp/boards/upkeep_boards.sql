-- Deploy gamekeeper:xp/boards/upkeep_boards to pg
-- requires: xp/boards/settled_span xp/boards/add_to_boards xp/boards/board_entries xp/ledger/xp_ledger core/upkeep/upkeep_tasks core/upkeep/batch_of
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Scores, counts and mark change in one transaction: whoever reads sees all of it or nothing.
create function xp.upkeep_boards()
returns bigint
language plpgsql
volatile
as $$
declare
  _span record;
begin
  select s.* into _span from xp.settled_span('xp.boards', 'xp.xp_ledger_ledger_id_seq', core.batch_of('xp.boards')) as s;
  if _span.up_to > _span.above then
    perform xp.add_to_boards(array_agg(e.user_id), array_agg(e.board_id), array_agg(e.xp))
    from xp.board_entries(_span.above, _span.up_to) as e;
  end if;
  return _span.up_to - _span.above;
end
$$;
comment on function xp.upkeep_boards() is
  'Upkeep: adds settled entries of the ledger to the boards, each once. Returns how many entry numbers it settled. [helper]';
revoke all on function xp.upkeep_boards() from public;
insert into core.upkeep_tasks (task, function, meaning, batch) values
  ('xp.boards', 'xp.upkeep_boards()', 'Adds the ledger to the boards, so that ranks stay quick.', 50000);
commit;
