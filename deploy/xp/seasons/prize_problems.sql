-- Deploy gamekeeper:xp/seasons/prize_problems to pg
-- requires: xp/policies/array_items xp/policies/array_problems xp/policies/number_problem xp/policies/unknown_keys
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.prize_problems(prizes jsonb)
returns table (path text, message text)
language plpgsql
immutable
parallel safe
as $$
begin
  if jsonb_typeof(prize_problems.prizes) is distinct from 'array' then
    return query select 'prizes', 'must be a list';
    return;
  elsif jsonb_array_length(prize_problems.prizes) > 1000 then
    return query select 'prizes', 'must have 1000 entries or fewer';
    return;
  end if;
  return query select * from xp.array_problems('prizes', prize_problems.prizes);
  return query
    select k.path, k.message
    from xp.array_items(prize_problems.prizes) as i
    cross join lateral xp.unknown_keys(format('prizes[%s]', i.index), i.item, array['fromRank', 'toRank', 'xp']) as k
    where jsonb_typeof(i.item) = 'object';
  return query
    select format('prizes[%s].%s', r.index, v.field), v.message
    from (
      select
        i.index, i.item,
        case when jsonb_typeof(i.item -> 'fromRank') = 'number' then (i.item -> 'fromRank')::numeric end as from_rank,
        case when jsonb_typeof(i.item -> 'toRank') = 'number' then (i.item -> 'toRank')::numeric end as to_rank,
        lag(case when jsonb_typeof(i.item -> 'toRank') = 'number' then (i.item -> 'toRank')::numeric end) over (order by i.index) as rank_before
      from xp.array_items(prize_problems.prizes) as i
    ) as r
    cross join lateral (values
      (1, 'fromRank', xp.number_problem(r.item -> 'fromRank', 1, 1000000000, whole => true)),
      (2, 'fromRank', case when r.from_rank <= r.rank_before then 'must be after toRank of the entry before' end),
      (3, 'toRank', xp.number_problem(r.item -> 'toRank', 1, 1000000000, whole => true)),
      (4, 'toRank', case when r.to_rank < r.from_rank then 'must not be before fromRank' end),
      (5, 'xp', xp.number_problem(r.item -> 'xp', 1, 1000000000000, whole => true))
    ) as v (n, field, message)
    where jsonb_typeof(r.item) = 'object' and v.message is not null
    order by r.index, v.n;
end
$$;
comment on function xp.prize_problems(jsonb) is
  'Everything that is wrong with a list of prizes, by path: [{"fromRank": 1, "toRank": 3, "xp": 1000}], best rank first. [helper]';
revoke all on function xp.prize_problems(jsonb) from public;
commit;
