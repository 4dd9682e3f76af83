-- Deploy gamekeeper:xp/policies/range_overlaps to pg
-- requires: xp/policies/array_items
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- One pass in the order of the beginnings: pairs would be too many to compare.
create function xp.range_overlaps(path text, ranges jsonb)
returns table (path text, message text)
language sql
immutable
parallel safe
begin atomic
  select
    format('%s[%s]', range_overlaps.path, greatest(s.index, s.furthest[2])),
    format('overlaps %s[%s]', range_overlaps.path, least(s.index, s.furthest[2]))
  from (
    select
      r.index, r.low,
      max(array[r.high, r.index]) over (order by r.low, r.index rows between unbounded preceding and 1 preceding) as furthest
    from (
      select i.index, (i.item ->> 0)::numeric as low, (i.item ->> 1)::numeric as high
      from xp.array_items(range_overlaps.ranges) as i
    ) as r
    where r.low < r.high
  ) as s
  where s.low < s.furthest[1]
  order by greatest(s.index, s.furthest[2]), least(s.index, s.furthest[2]);
end;
comment on function xp.range_overlaps(text, jsonb) is
  'A problem for each range that begins before all that begin earlier have ended, with the one of them that ends '
  'last. Ranges are pairs [from, to); one with nulls, or that ends before it begins, is left out. [helper]';
revoke all on function xp.range_overlaps(text, jsonb) from public;
commit;
