-- Revert gamekeeper:core/chance/may_draw_at_once from pg
begin;
set local role gamekeeper;
drop function core.may_draw_at_once();
commit;
