-- Deploy gamekeeper:xp/policies/list_items to pg
-- requires: xp/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.list_items(value jsonb)
returns table (index integer, item jsonb)
language sql
immutable
parallel safe
begin atomic
  select i.n::integer - 1, i.item
  from jsonb_array_elements(case jsonb_typeof(list_items.value) when 'array' then list_items.value else '[]' end)
    with ordinality as i (item, n);
end;
comment on function xp.list_items(jsonb) is 'The items of a list with their index from 0; none when it is not a list. [helper]';
revoke all on function xp.list_items(jsonb) from public;
commit;
