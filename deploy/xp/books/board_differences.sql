-- Deploy gamekeeper:xp/books/board_differences to pg
-- requires: xp/books/score_differences xp/books/count_differences
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.board_differences()
returns table (kind text, user_id bigint, expected jsonb, actual jsonb)
language sql
stable
set search_path = pg_temp
as $$
  select 'board', s.user_id, jsonb_build_object(s.board_id, s.expected), jsonb_build_object(s.board_id, s.actual)
  from xp.score_differences() as s
  union all
  select
    'board_count', null, jsonb_build_object('board_id', c.board_id, 'level', c.level, 'bucket', c.bucket, 'members', c.expected),
    jsonb_build_object('board_id', c.board_id, 'level', c.level, 'bucket', c.bucket, 'members', c.actual)
  from xp.count_differences() as c
$$;
comment on function xp.board_differences() is
  'Where boards and what counts their ranks differ from the ledger, up to the entry that upkeep has come to. Reads everything. [helper]';
revoke all on function xp.board_differences() from public;
commit;
