-- Deploy gamekeeper:sparc/fairness/reseed_batch to pg
-- requires: core/keys/strong_random core/keys/wall_clock core/callers/require_service sparc/people/reject_input sparc/sessions/dice_secrets sparc/rolls/throw_waiting_rolls sparc/fairness/reseeds
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Takes the sessions that nobody has locked; where only locked ones are left, it waits for one of them.
create function sparc.reseed_batch(reason text)
returns integer
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _batch constant integer := 100;
  _run sparc.reseeds;
  _session sparc.sessions;
  _ids uuid[];
  _id uuid;
  _hash text;
  _from bigint;
begin
  perform core.require_service();
  if coalesce(char_length(reseed_batch.reason), 0) not between 1 and 200 then
    perform sparc.reject_input('reason', 'must be 1 to 200 characters');
  end if;
  select * into _run from sparc.reseeds as r where r.ended_at is null order by r.started_at limit 1 for update;
  if not found then
    insert into sparc.reseeds (reason) values (reseed_batch.reason) returning * into _run;
  end if;

  select array_agg(due.id)
  into _ids
  from (
    select s.id
    from sparc.sessions as s
    where s.status not in ('completed', 'cancelled')
      and not exists (
        select from sparc.dice_secrets as k where k.session_id = s.id and k.created_at >= _run.started_at
      )
    order by s.id
    limit _batch
  ) as due;
  if _ids is null then
    update sparc.reseeds as r set ended_at = core.wall_clock() where r.id = _run.id;
    return 0;
  end if;
  select array_agg(free.id)
  into _ids
  from (select s.id from sparc.sessions as s where s.id = any (_ids) for no key update skip locked) as free
  having count(*) > 0
  union all
  select _ids[1:1]
  limit 1;

  foreach _id in array _ids loop
    select * into _session from sparc.sessions as s where s.id = _id for no key update;
    continue when not found or _session.status in ('completed', 'cancelled');
    perform sparc.throw_waiting_rolls(_id, null);
    insert into sparc.dice_secrets as k (session_id, secret_number, from_number, secret)
    select
      _id,
      (select max(o.secret_number) + 1 from sparc.dice_secrets as o where o.session_id = _id),
      1 + coalesce((select max(d.roll_number) from sparc.declared_rolls as d where d.session_id = _id), 0),
      core.strong_random()
    returning k.secret_hash, k.from_number into _hash, _from;
    perform sparc.emit_event(
      _id, 'dice_reseeded', jsonb_build_object('dice_secret_hash', _hash, 'from_number', _from, 'reason', _run.reason)
    );
  end loop;
  return cardinality(_ids);
end
$$;
comment on function sparc.reseed_batch(text) is
  'One transaction of sparc.reseed_all: throws what waits in up to 100 sessions and gives each a new dice secret; the '
  'number of sessions, 0 when none is left. Raises: FORBIDDEN, INVALID_INPUT. [service] [repeat: natural]';
revoke all on function sparc.reseed_batch(text) from public;
grant execute on function sparc.reseed_batch(text) to service_role;
commit;
