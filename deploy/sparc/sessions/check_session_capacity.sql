-- Deploy gamekeeper:sparc/sessions/check_session_capacity to pg
-- requires: core/errors/raise sparc/sessions/session_players
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Locks the session's row before it counts, so that parallel joins count one after the other.
create function sparc.check_session_capacity()
returns trigger
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _max_players integer;
begin
  select s.max_players into _max_players from sparc.sessions as s where s.id = new.session_id for no key update;
  if new.is_active and (
    select count(*)
    from sparc.session_players as p
    where p.session_id = new.session_id and p.is_active and p.user_id <> new.user_id
  ) >= _max_players then
    perform core.raise('SESSION_FULL', jsonb_build_object('maxPlayers', _max_players));
  end if;
  return new;
end
$$;
comment on function sparc.check_session_capacity() is
  'Trigger: no more active players than max_players, also under parallel joins. Raises: SESSION_FULL. [helper]';
revoke all on function sparc.check_session_capacity() from public;
create trigger enforce_session_capacity before insert or update of is_active, session_id on sparc.session_players
for each row execute function sparc.check_session_capacity();
commit;
