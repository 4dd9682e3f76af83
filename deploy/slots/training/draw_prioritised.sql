-- Deploy gamekeeper:slots/training/draw_prioritised to pg
-- requires: slots/training/rl_priorities slots/training/rl_trees
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- All draws go down together in one statement, by one plan whatever their number. Each level is a subquery with a limit, so that no plan reads a
-- whole level; nothing that was found is kept for the next draw, which nearly always goes another way. A rest that rounding took to the end of a
-- node stays in it.
create function slots.draw_prioritised(alpha double precision, first bigint, draws bigint, seed bigint)
returns table (id bigint, priority double precision, least_priority double precision)
language plpgsql
stable
set jit = off
set plan_cache_mode = force_generic_plan
set enable_memoize = off
as $$
declare
  _below_end constant double precision := 0.9999999999999997::double precision;
  _tops bigint[];
  _sums double precision[];
  _total double precision;
  _least double precision;
begin
  select array_agg(t.node_no order by t.node_no), array_agg(t.running_sum order by t.node_no), max(t.running_sum), min(t.least)
  into _tops, _sums, _total, _least
  from (
    select r.node_no, r.least, sum(r.sums[64]) over (order by r.node_no rows unbounded preceding) as running_sum
    from slots.rl_trees as r
    where r.alpha = draw_prioritised.alpha and r.level = 2
  ) as t;
  return query
    select 16 * (b.block_no - 1) + e.place - 1, e.priority, _least
    from (
      select
        d.draw,
        _total * least((hashint8extended(d.draw, draw_prioritised.seed) & 9007199254740991) / 9007199254740992::double precision, _below_end) as rest
      from generate_series(draw_prioritised.first, draw_prioritised.first + draw_prioritised.draws - 1) as d (draw)
      offset 0
    ) as d
    cross join lateral (
      select r.node_no, r.sums, least(d.rest - coalesce(_sums[width_bucket(d.rest, _sums)], 0), r.sums[64] * _below_end) as rest
      from slots.rl_trees as r
      where r.alpha = draw_prioritised.alpha and r.level = 2 and r.node_no = _tops[width_bucket(d.rest, _sums) + 1]
      limit 1
    ) as u
    cross join lateral (
      select r.node_no, r.sums, least(u.rest - coalesce(u.sums[width_bucket(u.rest, u.sums)], 0), r.sums[64] * _below_end) as rest
      from slots.rl_trees as r
      where r.alpha = draw_prioritised.alpha and r.level = 1 and r.node_no = 64 * u.node_no + width_bucket(u.rest, u.sums)
      limit 1
    ) as l
    cross join lateral (
      select p.block_no, p.priorities, l.rest - coalesce(l.sums[width_bucket(l.rest, l.sums)], 0) as rest
      from slots.rl_priorities as p
      where p.block_no = 64 * l.node_no + width_bucket(l.rest, l.sums)
      limit 1
    ) as b
    cross join lateral (
      select s.place, s.priority
      from (
        select v.place, v.priority, sum(power(v.priority, draw_prioritised.alpha)) over (rows unbounded preceding) as running_sum
        from unnest(b.priorities) with ordinality as v (priority, place)
      ) as s
      where s.running_sum > b.rest or s.place = cardinality(b.priorities)
      limit 1
    ) as e
    order by d.draw;
end
$$;
comment on function slots.draw_prioritised(double precision, bigint, bigint, bigint) is
  'Ids and priorities of experiences, drawn with replacement in proportion to priority to the power alpha: the draws first and on of a seed, in '
  'their order, each beside the least priority that there is. [helper]';
revoke all on function slots.draw_prioritised(double precision, bigint, bigint, bigint) from public;
commit;
