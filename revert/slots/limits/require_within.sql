-- Revert gamekeeper:slots/limits/require_within from pg
begin;
set local role gamekeeper;
drop function slots.require_within(text, numeric[], numeric[], numeric, text);
commit;
