-- Deploy gamekeeper:slots/learning/rl_sample to pg
-- requires: core/errors/raise core/callers/require_service slots/learning/rl_blocks slots/learning/rl_store slots/learning/experience slots/learning/to_experience slots/learning/shuffled_position
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Walks the numbered places of slots.rl_blocks in an order shuffled by the seed and keeps those that hold
-- an experience, until the batch is full or all were seen: uniform, without replacement, and the work
-- depends on the batch and on how full the blocks are, not on the size of the store. Each lookup stands in
-- a lateral subquery of its own with a limit, so that no plan can read a whole table instead.
create function slots.rl_sample(batch_size integer, seed bigint)
returns setof slots.experience
language plpgsql
stable
security definer
set search_path = pg_temp
as $$
declare
  _places bigint;
  _from bigint := 0::bigint;
  _step bigint;
  _missing bigint := rl_sample.batch_size::bigint;
  _found bigint;
begin
  perform core.require_service();
  if rl_sample.batch_size is null or rl_sample.batch_size not between 1 and 10000 then
    perform core.raise('INVALID_INPUT', '{"field": "batch_size", "problem": "must be 1 to 10000"}');
  end if;
  if rl_sample.seed is null then
    perform core.raise('INVALID_INPUT', '{"field": "seed", "problem": "is missing"}');
  end if;
  _places := 16 * coalesce((select max(b.block_no) from slots.rl_blocks as b), 0);
  while _missing > 0 and _from < _places loop
    _step := least(_missing + _missing / 4 + 16, _places - _from);
    return query
      select e.*
      from (
        select p.place, slots.shuffled_position(p.place, _places, rl_sample.seed) as position
        from generate_series(_from, _from + _step - 1) as p (place)
        offset 0
      ) as p
      cross join lateral (
        select k.*
        from slots.rl_blocks as k
        where k.block_no = p.position / 16 + 1
        limit 1
      ) as b
      cross join lateral (
        select s as step
        from slots.rl_store as s
        where s.session_id = b.session_id
          and s.event_index = b.first_index + p.position % 16
          and s.created_at >= b.created_at
        limit 1
      ) as r
      cross join lateral slots.to_experience(r.step) as e
      order by p.place
      limit _missing;
    get diagnostics _found = row_count;
    _missing := _missing - _found;
    _from := _from + _step;
  end loop;
end
$$;
comment on function slots.rl_sample(integer, bigint) is
  'Service: a uniform random batch of 1 to 10000 experiences of the whole store, without replacement (all of them '
  'when there are fewer). The same seed over the same data gives the same batch in the same order. Raises: '
  'FORBIDDEN, INVALID_INPUT. [service]';
revoke all on function slots.rl_sample(integer, bigint) from public;
grant execute on function slots.rl_sample(integer, bigint) to service_role;
commit;
