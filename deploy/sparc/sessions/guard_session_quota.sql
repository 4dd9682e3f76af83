-- Deploy gamekeeper:sparc/sessions/guard_session_quota to pg
-- requires: core/records/require_quota sparc/settings sparc/sessions/sessions sparc/people/users auth/uid core/callers/is_service
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Locks the Seer's row before it counts, so that parallel inserts count one after the other.
create function sparc.guard_session_quota()
returns trigger
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
begin
  if new.seer_id is distinct from auth.uid() and not core.is_service() then
    return new;
  end if;
  perform from sparc.users as u where u.id = new.seer_id for no key update;
  perform core.require_quota('sparc.open_sessions_per_person', (
    select count(*) from sparc.sessions as s where s.seer_id = new.seer_id and s.status not in ('completed', 'cancelled')
  ));
  return new;
end
$$;
comment on function sparc.guard_session_quota() is
  'Trigger: a Seer has no more sessions that are not over than the setting allows. Raises: QUOTA_EXCEEDED. [helper]';
revoke all on function sparc.guard_session_quota() from public;
create trigger guard_session_quota before insert on sparc.sessions
for each row execute function sparc.guard_session_quota();
commit;
