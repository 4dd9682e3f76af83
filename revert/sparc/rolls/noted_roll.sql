-- Revert gamekeeper:sparc/rolls/noted_roll from pg
begin;
set local role gamekeeper;
drop function sparc.noted_roll(text, text, jsonb, uuid);
commit;
