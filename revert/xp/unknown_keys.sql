-- Revert gamekeeper:xp/unknown_keys from pg
begin;
set local role gamekeeper;
drop function xp.unknown_keys(text, jsonb, text[]);
commit;
