-- Revert gamekeeper:slots/play/draw_spin from pg
begin;
set local role gamekeeper;
drop function slots.draw_spin(slots.sessions);
commit;
