-- Deploy gamekeeper:core/default_privileges to pg
-- requires: core/roles
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Postgres lets PUBLIC execute every new function. For what gamekeeper creates in this database it
-- doesn't: each function is granted by name. (Only the global form of this command has that effect.)
alter default privileges revoke execute on functions from public;
commit;
