-- Deploy gamekeeper:sparc/seats/delete_character to pg
-- requires: core/errors/raise sparc/seats/retire_character sparc/people/enter
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.delete_character(character_id uuid)
returns sparc.characters
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _caller constant uuid := sparc.enter();
  _character sparc.characters;
begin
  select * into _character from sparc.characters as c where c.id = delete_character.character_id and c.user_id = _caller;
  if not found then
    perform core.raise('NOT_FOUND', jsonb_build_object('field', 'character_id'));
  elsif _character.deleted_at is not null then
    return _character;
  end if;
  return sparc.retire_character(_character.id);
end
$$;
comment on function sparc.delete_character(uuid) is
  'Deletes a character of the caller, unless it sits in an active session: it leaves sessions that did not start, its name is '
  'free again, and what mentions it stays. Returns it as it is left, also when called again. Raises: UNAUTHENTICATED, '
  'NOT_FOUND, CHARACTER_PLAYS, CHARACTER_BUSY, NAME_TAKEN. [client] [repeat: natural]';
revoke all on function sparc.delete_character(uuid) from public;
grant execute on function sparc.delete_character(uuid) to authenticated, service_role;
commit;
