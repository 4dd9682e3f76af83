-- Deploy gamekeeper:sparc/fairness/verify_roll to pg
-- requires: core/errors/raise sparc/fairness/require_revealed sparc/fairness/verified_rolls core/callers/require_caller sparc/sessions/left_session_ids sparc/sessions/left_session_at sparc/archive/left_archive_ids sparc/archive/left_archive_at core/shards/require_slot
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.verify_roll(roll_id uuid)
returns sparc.roll_verification
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _session_id uuid;
  _number bigint;
  _verification sparc.roll_verification;
begin
  perform core.require_caller();
  perform core.require_slot(0);
  select d.session_id, d.roll_number
  into _session_id, _number
  from sparc.declared_rolls as d
  where d.id = verify_roll.roll_id
    and (
      d.session_id in (select sparc.my_session_ids()) and d.declared_at <= coalesce(sparc.left_session_at(d.session_id), 'infinity')
      or core.is_service()
    )
  union all
  select d.session_id, d.roll_number
  from sparc.archived_declared_rolls as d
  where d.id = verify_roll.roll_id
    and (
      d.session_id in (select sparc.my_archived_session_ids()) and d.declared_at <= coalesce(sparc.left_archive_at(d.session_id), 'infinity')
      or core.is_service()
    );
  if not found then
    perform core.raise('NOT_FOUND', jsonb_build_object('field', 'roll_id'));
  end if;
  perform sparc.require_revealed(_session_id);
  select v.* into _verification from sparc.verified_rolls(_session_id, _number - 1, 1, 'infinity') as v;
  return _verification;
end
$$;
comment on function sparc.verify_roll(uuid) is
  'A roll of a session that is over, drawn again from the revealed secret; for who took part, archived or not. Raises: '
  'UNAUTHENTICATED, NOT_FOUND, STATE_ERROR, COMMIT_FIRST. [client] [repeat: natural]';
revoke all on function sparc.verify_roll(uuid) from public;
grant execute on function sparc.verify_roll(uuid) to authenticated, service_role;
commit;
