-- Deploy gamekeeper:slots/training/draw_prioritised to pg
-- requires: slots/training/rl_trees
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- One statement a level: all numbers of the batch go down together.
create function slots.draw_prioritised(alpha double precision, first bigint, draws bigint, seed bigint)
returns bigint[]
language plpgsql
stable
as $$
declare
  _level integer;
  _total double precision;
  _nodes bigint[];
  _left double precision[];
begin
  select t.level::integer, t.sums[32] into _level, _total
  from slots.rl_trees as t
  where t.alpha = draw_prioritised.alpha
  order by t.level desc
  limit 1;
  if _total is null or _total = 0 then
    return array[]::bigint[];
  end if;
  select array_agg(0::bigint), array_agg(_total * ((hashint8extended(d.draw, draw_prioritised.seed) & 9007199254740991) / 9007199254740992::double precision) order by d.draw)
  into _nodes, _left
  from generate_series(draw_prioritised.first, draw_prioritised.first + draw_prioritised.draws - 1) as d (draw);
  for _at in reverse _level .. 0 loop
    select
      array_agg(32 * n.node_no + c.child order by n.place),
      array_agg(n.rest - case when c.child > 0 then n.sums[c.child] else 0 end order by n.place)
    into _nodes, _left
    from (
      -- a rest that rounding took to the end of a node stays in it
      select d.node_no, d.place, t.sums, least(d.rest, t.sums[32] * 0.9999999999999997) as rest
      from unnest(_nodes, _left) with ordinality as d (node_no, rest, place)
      cross join lateral (
        select r.sums
        from slots.rl_trees as r
        where r.alpha = draw_prioritised.alpha and r.level = _at and r.node_no = d.node_no
        limit 1
      ) as t
      offset 0
    ) as n
    cross join lateral (select width_bucket(n.rest, n.sums) as child) as c;
  end loop;
  return _nodes;
end
$$;
comment on function slots.draw_prioritised(double precision, bigint, bigint, bigint) is
  'Places of experiences, drawn with replacement in proportion to priority to the power alpha: the draws first and on of a seed. [helper]';
revoke all on function slots.draw_prioritised(double precision, bigint, bigint, bigint) from public;
commit;
