-- Deploy gamekeeper:xp/policies/list_problems to pg
-- requires: xp/policies/list_items
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.list_problems(path text, value jsonb)
returns table (path text, message text)
language sql
immutable
parallel safe
begin atomic
  select list_problems.path, 'must be a list'
  where jsonb_typeof(list_problems.value) <> 'array'
  union all
  select format('%s[%s]', list_problems.path, i.index), 'must be an object'
  from xp.list_items(list_problems.value) as i
  where jsonb_typeof(i.item) <> 'object';
end;
comment on function xp.list_problems(text, jsonb) is
  'A problem when the value is there and no list, and one for each item that is no object. [helper]';
revoke all on function xp.list_problems(text, jsonb) from public;
commit;
