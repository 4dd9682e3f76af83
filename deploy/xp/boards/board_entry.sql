-- Deploy gamekeeper:xp/boards/board_entry to pg
-- requires: xp/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type xp.board_entry as (
  rank bigint,
  public_id uuid,
  handle text,
  xp bigint
);
comment on type xp.board_entry is
  'An entry of a board: its rank (1 is best, equals have equal rank), who it is under the id and the name that others see '
  '(null: none was chosen, or the person was erased), and the XP that count there.';
commit;
