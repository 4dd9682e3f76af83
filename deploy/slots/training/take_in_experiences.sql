-- Deploy gamekeeper:slots/training/take_in_experiences to pg
-- requires: slots/learning/full_rl_blocks slots/learning/rl_blocks slots/training/rl_priorities slots/training/rl_trees slots/training/refresh_rl_tree
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A sampler that does not wait draws from the tree as it stands while somebody else changes it, and whoever holds the lock
-- takes in what has come. Only one whose exponent has no tree yet has to wait for it. Lookups stand in lateral subqueries with
-- a limit, so that no plan reads a whole table. Nobody else deletes under the lock, so rows may be named by their ctid.
create function slots.take_in_experiences(alpha double precision, waits boolean)
returns void
language plpgsql
volatile
as $$
declare
  _most constant integer := 20000;
  _greatest double precision;
  _blocks bigint[];
  _alpha double precision;
begin
  if take_in_experiences.waits or not exists (select from slots.rl_exponents as x where x.alpha = take_in_experiences.alpha) then
    select g.priority into strict _greatest from slots.rl_greatest_priority as g for update;
  elsif exists (select from slots.full_rl_blocks) then
    select g.priority into _greatest from slots.rl_greatest_priority as g for update skip locked;
  end if;
  if _greatest is null then
    return;
  end if;
  insert into slots.rl_exponents (alpha)
  select take_in_experiences.alpha
  where take_in_experiences.alpha is not null
  on conflict do nothing;
  if found then
    select array_agg(p.block_no) into _blocks from slots.rl_priorities as p;
    perform slots.refresh_rl_tree(take_in_experiences.alpha, _blocks, null);
  end if;

  with taken as (
    delete from slots.full_rl_blocks as f
    where f.ctid = any (array(select o.ctid from slots.full_rl_blocks as o limit _most))
    returning f.session_id, f.first_index, f.steps
  ),
  placed as (
    select b.block_no, t.steps
    from taken as t
    cross join lateral (
      select k.block_no
      from slots.rl_blocks as k
      where k.session_id = t.session_id and k.first_index = t.first_index
      limit 1
    ) as b
  ),
  kept as (
    insert into slots.rl_priorities as p (block_no, priorities)
    select b.block_no, array_fill(_greatest, array[b.steps])
    from placed as b
    returning p.block_no
  )
  select array_agg(k.block_no) into _blocks from kept as k;

  if _blocks is not null then
    for _alpha in select x.alpha from slots.rl_exponents as x loop
      perform slots.refresh_rl_tree(_alpha, _blocks, null);
    end loop;
  end if;
end
$$;
comment on function slots.take_in_experiences(double precision, boolean) is
  'Gives what has come since, up to 20000 stretches at a time, the greatest priority so far, in the tree of every exponent; makes '
  'the tree of this one where there is none. Locks slots.rl_greatest_priority where there is something to take in; who does not wait '
  'passes over it where it is locked. [helper]';
revoke all on function slots.take_in_experiences(double precision, boolean) from public;
commit;
