-- Revert gamekeeper:slots/play/shut_play from pg
begin;
set local role gamekeeper;
drop function slots.shut_play(text);
commit;
