-- Revert gamekeeper:slots/play/reverse from pg
begin;
set local role gamekeeper;
drop function slots.reverse(uuid, bigint, text, text, text);
commit;
