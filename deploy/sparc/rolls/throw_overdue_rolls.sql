-- Deploy gamekeeper:sparc/rolls/throw_overdue_rolls to pg
-- requires: core/keys/wall_clock core/callers/require_service core/records/setting core/upkeep/batch_of sparc/settings sparc/rolls/throw_waiting_rolls
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Skips what somebody has locked: the next run finds it.
create function sparc.throw_overdue_rolls()
returns integer
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _roll sparc.declared_rolls;
  _overdue timestamptz;
  _thrown integer := 0;
begin
  perform core.require_service();
  _overdue := core.wall_clock() - make_interval(secs => core.setting('sparc.throw_after_seconds')::integer);
  for _roll in
    select *
    from sparc.declared_rolls as d
    where d.thrown_at is null and d.declared_at <= _overdue
    order by d.declared_at
    limit core.batch_of('sparc.throw_overdue_rolls')
  loop
    perform from sparc.sessions as s where s.id = _roll.session_id for no key update skip locked;
    continue when not found;
    select * into _roll from sparc.declared_rolls as d where d.id = _roll.id;
    continue when _roll.thrown_at is not null;
    perform sparc.throw_declared(_roll);
    _thrown := _thrown + 1;
  end loop;
  return _thrown;
end
$$;
comment on function sparc.throw_overdue_rolls() is
  'Throws the rolls that have waited for sparc.throw_after_seconds, a batch of the oldest; the number thrown. Upkeep calls it. '
  'Raises: FORBIDDEN. [service] [repeat: natural]';
revoke all on function sparc.throw_overdue_rolls() from public;
grant execute on function sparc.throw_overdue_rolls() to service_role;
commit;
