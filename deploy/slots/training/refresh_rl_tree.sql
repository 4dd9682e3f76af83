-- Deploy gamekeeper:slots/training/refresh_rl_tree to pg
-- requires: slots/training/rl_priorities slots/training/rl_trees
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Sums before the first child that changed stay as they are. The least of a node is looked for below it only where the child that had it went
-- up. To compile the plans would take longer than their work.
create function slots.refresh_rl_tree(alpha double precision, block_nos bigint[], were double precision[])
returns void
language plpgsql
volatile
set jit = off
as $$
declare
  _children bigint[];
  _totals double precision[];
  _leasts double precision[];
  _were double precision[];
  _nodes bigint[];
  _node_totals double precision[];
  _node_leasts double precision[];
  _node_were double precision[];
  _node record;
  _own_totals double precision[];
  _sums double precision[];
  _sum double precision;
  _least double precision;
begin
  select array_agg(c.block_no), array_agg(v.total), array_agg(v.least), array_agg(c.was)
  into _children, _totals, _leasts, _were
  from unnest(refresh_rl_tree.block_nos, refresh_rl_tree.were) as c (block_no, was)
  cross join lateral (select b.priorities from slots.rl_priorities as b where b.block_no = c.block_no limit 1) as p
  cross join lateral (
    select sum(power(e.priority, refresh_rl_tree.alpha)) as total, min(e.priority) as least
    from unnest(p.priorities) as e (priority)
  ) as v;

  for _level in 1 .. 2 loop
    _nodes := '{}';
    _node_totals := '{}';
    _node_leasts := '{}';
    _node_were := '{}';
    for _node in
      select n.node_no, n.places, n.changed, n.least as candidate, n.was, t.totals, t.sums, t.least
      from (
        select
          c.child / 64 as node_no, array_agg((c.child % 64)::integer + 1 order by c.child) as places, array_agg(c.total order by c.child) as changed,
          min(c.least) as least, min(c.was) as was
        from unnest(_children, _totals, _leasts, _were) as c (child, total, least, was)
        group by c.child / 64
      ) as n
      left join lateral (
        select r.totals, r.sums, r.least
        from slots.rl_trees as r
        where r.alpha = refresh_rl_tree.alpha and r.level = _level and r.node_no = n.node_no
        limit 1
      ) as t on true
    loop
      _own_totals := coalesce(_node.totals, array_fill(0::double precision, array[64]));
      _sums := coalesce(_node.sums, _own_totals);
      for _at in 1 .. cardinality(_node.places) loop
        _own_totals[_node.places[_at]] := _node.changed[_at];
      end loop;
      _sum := coalesce(_sums[_node.places[1] - 1], 0);
      for _at in _node.places[1] .. 64 loop
        _sum := _sum + _own_totals[_at];
        _sums[_at] := _sum;
      end loop;
      _least := least(_node.least, _node.candidate);
      if _node.was <= _least and _node.candidate > _least then
        _least := case _level
          when 1 then (
            select min(e.priority)
            from slots.rl_priorities as p
            cross join lateral unnest(p.priorities) as e (priority)
            where p.block_no between 64 * _node.node_no and 64 * _node.node_no + 63
          )
          else (
            select min(r.least)
            from slots.rl_trees as r
            where r.alpha = refresh_rl_tree.alpha and r.level = 1 and r.node_no between 64 * _node.node_no and 64 * _node.node_no + 63
          )
        end;
      end if;
      insert into slots.rl_trees as t (alpha, level, node_no, totals, sums, least)
      values (refresh_rl_tree.alpha, _level, _node.node_no, _own_totals, _sums, _least)
      on conflict on constraint rl_trees_pkey do update set totals = excluded.totals, sums = excluded.sums, least = excluded.least;
      _nodes := _nodes || _node.node_no;
      _node_totals := _node_totals || _sum;
      _node_leasts := _node_leasts || _least;
      _node_were := _node_were || _node.least;
    end loop;
    _children := _nodes;
    _totals := _node_totals;
    _leasts := _node_leasts;
    _were := _node_were;
  end loop;
end
$$;
comment on function slots.refresh_rl_tree(double precision, bigint[], double precision[]) is
  'Makes anew what stands above these rows of slots.rl_priorities, whose least priorities were these (null where there was no row), in one sum tree. '
  'The caller holds the lock of slots.rl_greatest_priority. [helper]';
revoke all on function slots.refresh_rl_tree(double precision, bigint[], double precision[]) from public;
commit;
