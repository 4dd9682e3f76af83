-- Deploy gamekeeper:slots/training/rl_update_priorities to pg
-- requires: core/errors/raise core/callers/require_service slots/training/rl_priorities slots/training/rl_trees slots/training/refresh_rl_tree slots/training/take_in_experiences
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.rl_update_priorities(ids bigint[], priorities double precision[])
returns integer
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _blocks bigint[];
  _were double precision[];
  _known integer;
  _alpha double precision;
begin
  perform core.require_service();
  if rl_update_priorities.ids is null or cardinality(rl_update_priorities.ids) not between 0 and 10000
    or array_ndims(rl_update_priorities.ids) > 1 or array_position(rl_update_priorities.ids, null) is not null
  then
    perform core.raise('INVALID_INPUT', '{"field": "ids", "problem": "must be at most 10000 ids of a sample"}');
  end if;
  if cardinality(rl_update_priorities.priorities) is distinct from cardinality(rl_update_priorities.ids)
    or array_ndims(rl_update_priorities.priorities) > 1 or not coalesce((select bool_and(p.priority between 1e-9 and 1e9) from unnest(rl_update_priorities.priorities) as p (priority)), true)
    or array_position(rl_update_priorities.priorities, null) is not null
  then
    perform core.raise('INVALID_INPUT', '{"field": "priorities", "problem": "must be one for each id, 1e-9 to 1e9"}');
  end if;

  perform slots.take_in_experiences(null, true);
  with told as (
    select distinct on (i.id) i.id, i.priority
    from unnest(rl_update_priorities.ids, rl_update_priorities.priorities) with ordinality as i (id, priority, place)
    order by i.id, i.place desc
  ),
  known as (
    select t.id / 16 + 1 as block_no, array_agg((t.id % 16)::integer) as places, array_agg(t.priority) as priorities, min(p.least) as was
    from told as t
    cross join lateral (
      select (select min(e.priority) from unnest(b.priorities) as e (priority)) as least
      from slots.rl_priorities as b
      where b.block_no = t.id / 16 + 1 and t.id >= 0 and t.id % 16 < cardinality(b.priorities)
      limit 1
    ) as p
    group by t.id / 16
  ),
  changed as (
    update slots.rl_priorities as p
    set priorities = array(
      select coalesce(k.priorities[array_position(k.places, (v.place - 1)::integer)], v.priority)
      from unnest(p.priorities) with ordinality as v (priority, place)
      order by v.place
    )
    from known as k
    where k.block_no = p.block_no
  ),
  raised as (
    update slots.rl_greatest_priority as g
    set priority = greatest(g.priority, (select max(v.priority) from known as k cross join lateral unnest(k.priorities) as v (priority)))
  )
  select array_agg(k.block_no), array_agg(k.was), coalesce(sum(cardinality(k.places)), 0)::integer into _blocks, _were, _known from known as k;
  if _known > 0 then
    for _alpha in select x.alpha from slots.rl_exponents as x loop
      perform slots.refresh_rl_tree(_alpha, _blocks, _were);
    end loop;
  end if;
  return _known;
end
$$;
comment on function slots.rl_update_priorities(bigint[], double precision[]) is
  'Service: sets the priorities of up to 10000 experiences by the id that slots.rl_sample gave; of an id that stands twice the '
  'last counts. Returns how many are known to prioritised sampling: an experience is as soon as its stretch of 16 is full or '
  'its episode over. Waits for others that set priorities. Raises: FORBIDDEN, INVALID_INPUT. [service] [repeat: natural]';
revoke all on function slots.rl_update_priorities(bigint[], double precision[]) from public;
grant execute on function slots.rl_update_priorities(bigint[], double precision[]) to service_role;
commit;
