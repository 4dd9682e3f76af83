-- Deploy gamekeeper:xp/boards/xp_board_counts to pg
-- requires: xp/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table xp.xp_board_counts (
  board_id text collate "C" not null,
  level integer not null,
  bucket bigint not null,
  members integer not null,
  primary key (board_id, level, bucket)
);
comment on table xp.xp_board_counts is
  'How many users of xp.xp_board_scores have a score in a range: on level 0 each score by itself, on each next level 64 buckets of the level before. A rank adds up some hundred of them, however many users there are.';
comment on column xp.xp_board_counts.board_id is 'The board. [none]';
comment on column xp.xp_board_counts.level is '0 to 10.';
comment on column xp.xp_board_counts.bucket is 'The score without its last 6 x level bits.';
comment on column xp.xp_board_counts.members is 'Users with a score in the bucket, at least 1.';
alter table xp.xp_board_counts enable row level security;
commit;
