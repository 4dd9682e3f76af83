-- Revert gamekeeper:sparc/feed/roll_texts from pg
begin;
set local role gamekeeper;
drop function sparc.roll_texts(text, text, jsonb);
commit;
