-- Revert gamekeeper:core/chance/draw_indexes from pg
begin;
set local role gamekeeper;
drop function core.draw_indexes(bytea, bytea, text, integer[]);
commit;
