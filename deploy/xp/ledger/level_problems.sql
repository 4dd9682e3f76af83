-- Deploy gamekeeper:xp/ledger/level_problems to pg
-- requires: xp/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.level_problems(levels bigint[])
returns table (path text, message text)
language plpgsql
immutable
parallel safe
as $$
begin
  if level_problems.levels is null or array_ndims(level_problems.levels) > 1 then
    return query select 'levels', 'must be a list of numbers';
    return;
  elsif cardinality(level_problems.levels) > 1000 then
    return query select 'levels', 'must have 1000 entries or fewer';
    return;
  end if;
  return query
    select format('levels[%s]', v.index), m.message
    from (
      select n.index - 1 as index, n.xp, lag(n.xp) over (order by n.index) as xp_before
      from unnest(level_problems.levels) with ordinality as n (xp, index)
    ) as v
    cross join lateral (
      select case
        when v.xp is null then 'is missing'
        when v.index = 0 and v.xp <> 0 then 'must be 0: everybody has level 1'
        when v.index > 0 and v.xp not between 1 and 1000000000000000 then 'must be from 1 to 1000000000000000'
        when v.xp <= v.xp_before then 'must be above the entry before'
      end as message
    ) as m
    where m.message is not null
    order by v.index;
end
$$;
comment on function xp.level_problems(bigint[]) is
  'Everything that is wrong with a curve of levels, by path: {0, 100, 250} lets level 2 begin at 100 XP and level 3 at 250. [helper]';
revoke all on function xp.level_problems(bigint[]) from public;
commit;
