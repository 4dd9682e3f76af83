-- Deploy gamekeeper:sparc/seats/retire_character to pg
-- requires: core/errors/raise sparc/characters/free_name sparc/sessions/guard_character sparc/sessions/guard_seat sparc/seats/leave_seat
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Locks the sessions that it sits in, ids ascending, then the character: a seat that is taken meanwhile waits for the
-- character and finds it deleted, or stands there first and is found here.
create function sparc.retire_character(character_id uuid)
returns sparc.characters
language plpgsql
volatile
as $$
declare
  _session sparc.sessions;
  _character sparc.characters;
begin
  for _session in
    select s.*
    from sparc.sessions as s
    where s.status not in ('completed', 'cancelled')
      and s.id in (
        select p.session_id
        from sparc.session_players as p
        where p.character_id = retire_character.character_id and p.is_active
      )
    order by s.id
    for no key update
  loop
    if _session.status in ('active', 'paused') then
      perform core.raise('CHARACTER_PLAYS', jsonb_build_object('sessionId', _session.id));
    end if;
    select * into strict _character from sparc.characters as c where c.id = retire_character.character_id;
    if exists (
      select
      from sparc.session_players as p
      where p.session_id = _session.id and p.character_id = _character.id and p.is_active
    ) then
      perform sparc.leave_seat(_session, _character.user_id);
    end if;
  end loop;

  select * into strict _character from sparc.characters as c where c.id = retire_character.character_id for no key update;
  if _character.deleted_at is not null then
    return _character;
  elsif exists (
    select
    from sparc.session_players as p
    join sparc.sessions as s on s.id = p.session_id
    where p.character_id = _character.id and p.is_active and s.status not in ('completed', 'cancelled')
  ) then
    perform core.raise('CHARACTER_BUSY');
  end if;
  return sparc.free_name(_character.id);
end
$$;
comment on function sparc.retire_character(uuid) is
  'Deletes a character softly: gives up its seats in sessions that did not start, frees its name and leaves the row for '
  'what refers to it. Raises: CHARACTER_PLAYS, CHARACTER_BUSY (it took a seat at this moment), NAME_TAKEN. [helper]';
revoke all on function sparc.retire_character(uuid) from public;
commit;
