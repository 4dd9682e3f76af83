-- Revert gamekeeper:core/chance/draw_word from pg
begin;
set local role gamekeeper;
drop function core.draw_word(bytea, bytea, bytea);
commit;
