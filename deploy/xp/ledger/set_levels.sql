-- Deploy gamekeeper:xp/ledger/set_levels to pg
-- requires: xp/ledger/xp_levels xp/ledger/level_problems core/callers/require_operator core/keys/wall_clock core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Two curves never mix: the lock lets claims read the levels and another operator wait. What changes is deleted before it is
-- written, since two levels may not begin at the same XP on the way either.
create function xp.set_levels(levels bigint[])
returns setof xp.xp_levels
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _problems jsonb;
begin
  perform core.require_operator();
  select jsonb_agg(jsonb_build_object('path', p.path, 'message', p.message)) into _problems from xp.level_problems(set_levels.levels) as p;
  if _problems is not null then
    perform core.raise('INVALID_INPUT', jsonb_build_object('field', 'levels', 'problems', _problems));
  end if;
  lock table xp.xp_levels in share row exclusive mode;
  delete from xp.xp_levels as v
  where not exists (
    select from unnest(set_levels.levels) with ordinality as n (xp, level) where n.level = v.level and n.xp = v.xp
  );
  insert into xp.xp_levels (level, xp, set_at)
  select n.level, n.xp, core.wall_clock()
  from unnest(set_levels.levels) with ordinality as n (xp, level)
  order by n.level
  on conflict on constraint xp_levels_pkey do nothing;
  return query select v.* from xp.xp_levels as v order by v.level;
end
$$;
comment on function xp.set_levels(bigint[]) is
  'For operators: sets the curve of levels, the lifetime XP from which each begins, in order: {0, 100, 250}. Level 1 begins at 0, each '
  'other one above the one before, 1000 at most; an empty list takes the curve away. When it is invalid, the error lists every problem. '
  'Levels follow the new curve at once, and what was reached stays in xp.xp_level_ups. Raises: FORBIDDEN, INVALID_INPUT, WRONG_SHARD. [operator] [repeat: natural]';
revoke all on function xp.set_levels(bigint[]) from public;
grant execute on function xp.set_levels(bigint[]) to authenticated, service_role;
commit;
