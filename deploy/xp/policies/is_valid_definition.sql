-- Deploy gamekeeper:xp/policies/is_valid_definition to pg
-- requires: xp/policies/definition_problems
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.is_valid_definition(definition jsonb)
returns boolean
language sql
immutable
parallel safe
return not exists (select from xp.definition_problems(is_valid_definition.definition));
comment on function xp.is_valid_definition(jsonb) is 'Whether xp.definition_problems finds nothing. [helper]';
revoke all on function xp.is_valid_definition(jsonb) from public;
commit;
