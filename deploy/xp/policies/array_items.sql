-- Deploy gamekeeper:xp/policies/array_items to pg
-- requires: xp/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.array_items(value jsonb)
returns table (index integer, item jsonb)
language sql
immutable
parallel safe
begin atomic
  select i.n::integer - 1, i.item
  from jsonb_array_elements(case jsonb_typeof(array_items.value) when 'array' then array_items.value else '[]' end)
    with ordinality as i (item, n);
end;
comment on function xp.array_items(jsonb) is 'The items of a JSON array with their index from 0; none when it is no array. [helper]';
revoke all on function xp.array_items(jsonb) from public;
commit;
