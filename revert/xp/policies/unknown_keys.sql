-- Revert gamekeeper:xp/policies/unknown_keys from pg
begin;
set local role gamekeeper;
drop function xp.unknown_keys(text, jsonb, text[]);
commit;
