-- Revert gamekeeper:cards/players/member_ids from pg
begin;
set local role gamekeeper;
drop function cards.member_ids(cards.table_state);
commit;
