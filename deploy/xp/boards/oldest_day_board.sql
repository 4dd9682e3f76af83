-- Deploy gamekeeper:xp/boards/oldest_day_board to pg
-- requires: xp/settings core/records/setting core/keys/utc core/keys/wall_clock
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.oldest_day_board()
returns text
language sql
stable
set search_path = pg_temp
as $$
  select to_char(core.utc(core.wall_clock())::date - core.setting('xp.day_boards_kept')::integer, '"day:"YYYY-MM-DD')
$$;
comment on function xp.oldest_day_board() is
  'The board of the oldest day that is kept, by the setting xp.day_boards_kept; those of days before, which sort below it, go. [helper]';
revoke all on function xp.oldest_day_board() from public;
commit;
