-- Revert gamekeeper:core/errors/raise_error from pg
begin;
set local role gamekeeper;
drop function core.raise_error(text, integer, text, text, text);
commit;
