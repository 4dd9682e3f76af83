-- Deploy gamekeeper:xp/policies/array_problems to pg
-- requires: xp/policies/array_items
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.array_problems(path text, value jsonb)
returns table (path text, message text)
language sql
immutable
parallel safe
begin atomic
  select array_problems.path, 'must be a list'
  where jsonb_typeof(array_problems.value) <> 'array'
  union all
  select format('%s[%s]', array_problems.path, i.index), 'must be an object'
  from xp.array_items(array_problems.value) as i
  where jsonb_typeof(i.item) <> 'object';
end;
comment on function xp.array_problems(text, jsonb) is
  'A problem when the value is there and no JSON array, and one for each item that is no object. [helper]';
revoke all on function xp.array_problems(text, jsonb) from public;
commit;
