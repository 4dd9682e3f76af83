-- Deploy gamekeeper:xp/parts/board_part to pg
-- requires: xp/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type xp.board_part as (
  user_id bigint,
  public_id uuid,
  handle text,
  xp bigint,
  is_listed boolean
);
comment on type xp.board_part is
  'An account on a board as one server knows it, for whoever puts the board of all servers together: with the number of the account, '
  'which decides between equals and which no client is shown; xp is null where it has earned none there, is_listed false where it is hidden.';
commit;
