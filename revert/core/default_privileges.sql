-- Revert gamekeeper:core/default_privileges from pg
begin;
set local role gamekeeper;
alter default privileges grant execute on functions to public;
commit;
