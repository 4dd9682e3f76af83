-- Deploy gamekeeper:slots/training/refresh_rl_tree to pg
-- requires: slots/training/rl_priorities slots/training/rl_trees
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The children of a node are read in the order of the key and with a limit, so that no plan reads a whole level instead. To compile the
-- plan would take longer than its work.
create function slots.refresh_rl_tree(alpha double precision, node_nos bigint[])
returns void
language plpgsql
volatile
set jit = off
as $$
declare
  _nodes bigint[] := refresh_rl_tree.node_nos;
  _level smallint := 0::smallint;
  _last bigint := (select max(p.node_no) from slots.rl_priorities as p);
begin
  insert into slots.rl_trees as t (alpha, level, node_no, sums, least)
  select
    refresh_rl_tree.alpha, 0, p.node_no,
    array(
      select sum(case when v.priority > 0 then power(v.priority, refresh_rl_tree.alpha) else 0 end) over (order by v.place)
      from unnest(p.priorities) with ordinality as v (priority, place)
      order by v.place
    ),
    (select min(power(v.priority, refresh_rl_tree.alpha)) from unnest(p.priorities) as v (priority) where v.priority > 0)
  from slots.rl_priorities as p
  where p.node_no = any (_nodes)
  on conflict on constraint rl_trees_pkey do update set sums = excluded.sums, least = excluded.least;

  while _last > 0 loop
    _last := _last / 32;
    _level := (_level + 1)::smallint;
    _nodes := array(select distinct n.node_no / 32 from unnest(_nodes) as n (node_no));
    insert into slots.rl_trees as t (alpha, level, node_no, sums, least)
    select refresh_rl_tree.alpha, _level, n.node_no, m.sums, m.least
    from unnest(_nodes) as n (node_no)
    cross join lateral (
      select array_agg(r.running_sum order by r.child) as sums, min(r.least) as least
      from (
        select k.child, c.least, sum(coalesce(c.total, 0)) over (order by k.child) as running_sum
        from generate_series(0, 31) as k (child)
        left join (
          select b.node_no - 32 * n.node_no as child, b.sums[32] as total, b.least
          from slots.rl_trees as b
          where b.alpha = refresh_rl_tree.alpha and b.level = _level - 1 and b.node_no between 32 * n.node_no and 32 * n.node_no + 31
          order by b.node_no
          limit 32
        ) as c on c.child = k.child
      ) as r
    ) as m
    on conflict on constraint rl_trees_pkey do update set sums = excluded.sums, least = excluded.least;
  end loop;
end
$$;
comment on function slots.refresh_rl_tree(double precision, bigint[]) is
  'Makes the nodes of one sum tree over these rows of slots.rl_priorities anew, level by level up to the root. The caller holds the lock of slots.rl_greatest_priority. [helper]';
revoke all on function slots.refresh_rl_tree(double precision, bigint[]) from public;
commit;
