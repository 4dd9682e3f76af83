-- Deploy gamekeeper:xp/range_overlaps to pg
-- requires: xp/list_items
begin;
set local role gamekeeper;
create function xp.range_overlaps(path text, ranges jsonb)
returns table (path text, message text)
language sql
immutable
parallel safe
begin atomic
  select format('%s[%s]', range_overlaps.path, b.index), format('overlaps %s[%s]', range_overlaps.path, a.index)
  from xp.list_items(range_overlaps.ranges) a
  join xp.list_items(range_overlaps.ranges) b on a.index < b.index
  where (a.item ->> 0)::numeric < (b.item ->> 1)::numeric and (b.item ->> 0)::numeric < (a.item ->> 1)::numeric
  order by b.index, a.index;
end;
comment on function xp.range_overlaps(text, jsonb) is
  'A problem for each range that overlaps an earlier one; ranges are pairs [from, to), an item with nulls is left out.';
revoke all on function xp.range_overlaps(text, jsonb) from public;
commit;
