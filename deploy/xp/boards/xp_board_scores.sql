-- Deploy gamekeeper:xp/boards/xp_board_scores to pg
-- requires: xp/users/xp_users xp/users/my_user_id
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Claims don't write here: the two indexes cost them nothing.
create table xp.xp_board_scores (
  user_id bigint not null references xp.xp_users (user_id) on delete cascade,
  board_id text collate "C" not null,
  xp bigint not null,
  primary key (user_id, board_id)
);
comment on table xp.xp_board_scores is
  'What each user earned on each board, up to the entry of the ledger that xp.xp_roll_up names; upkeep keeps it. Boards add the entries since.';
comment on column xp.xp_board_scores.user_id is 'The account.';
comment on column xp.xp_board_scores.board_id is 'A season, day:2026-11-25, week:2026-W48, month:2026-11, or all. [none]';
comment on column xp.xp_board_scores.xp is 'XP earned; below 0 where a correction in the period took more than was earned in it. Only who has more than 0 stands on the board.';
create index xp_board_scores_rank_idx on xp.xp_board_scores (board_id, xp, user_id);
alter table xp.xp_board_scores enable row level security;
commit;
