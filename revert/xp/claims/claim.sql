-- Revert gamekeeper:xp/claims/claim from pg
begin;
set local role gamekeeper;
drop function xp.claim(text, uuid);
commit;
