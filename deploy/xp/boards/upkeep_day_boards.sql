-- Deploy gamekeeper:xp/boards/upkeep_day_boards to pg
-- requires: xp/boards/oldest_day_board xp/boards/xp_board_scores xp/boards/xp_board_counts core/upkeep/upkeep_tasks core/upkeep/batch_of
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Nobody is shown these boards any more, so it does not matter that they go bit by bit.
create function xp.upkeep_day_boards()
returns bigint
language plpgsql
volatile
as $$
declare
  _oldest constant text collate "C" := xp.oldest_day_board();
  _removed bigint;
begin
  delete from xp.xp_board_scores as s
  using (
    select o.user_id, o.board_id
    from xp.xp_board_scores as o
    where o.board_id >= 'day:' and o.board_id < _oldest
    order by o.board_id
    limit core.batch_of('xp.day_boards')
    for update skip locked
  ) as old
  where s.user_id = old.user_id and s.board_id = old.board_id;
  get diagnostics _removed = row_count;
  delete from xp.xp_board_counts as c where c.board_id >= 'day:' and c.board_id < _oldest;
  return _removed;
end
$$;
comment on function xp.upkeep_day_boards() is
  'Upkeep: removes boards of days longer ago than xp.day_boards_kept, a batch of scores a run. Returns how many. [helper]';
revoke all on function xp.upkeep_day_boards() from public;
insert into core.upkeep_tasks (task, function, meaning, batch) values
  ('xp.day_boards', 'xp.upkeep_day_boards()', 'Removes boards of days longer ago than xp.day_boards_kept.', 20000);
commit;
