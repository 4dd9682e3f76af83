-- Deploy gamekeeper:xp/boards/board_tail to pg
-- requires: xp/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type xp.board_tail as (
  user_ids bigint[],
  before bigint[],
  now bigint[],
  earned bigint[]
);
comment on type xp.board_tail is
  'Whose score on a board is another than xp.xp_board_scores says: the accounts, the score there, the one that counts, which is 0 for a hidden entry and for an account of another server, and what was earned, in equal order.';
commit;
