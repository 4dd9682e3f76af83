-- Revert gamekeeper:core/errors/caught from pg
begin;
set local role gamekeeper;
drop function core.caught(text, text, text);
commit;
