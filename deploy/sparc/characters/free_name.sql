-- Deploy gamekeeper:sparc/characters/free_name to pg
-- requires: core/errors/raise core/keys/strong_random core/keys/wall_clock sparc/characters/characters
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Digits that nobody foresees: whoever has a character of that name already can't be in the way.
create function sparc.free_name(character_id uuid)
returns sparc.characters
language plpgsql
volatile
as $$
declare
  _tries constant integer := 20;
  _character sparc.characters;
begin
  for _try in 1.._tries loop
    begin
      update sparc.characters as c
      set
        name = 'gone-' || left(encode(core.strong_random(), 'hex'), 8),
        deleted_at = coalesce(c.deleted_at, core.wall_clock())
      where c.id = free_name.character_id
      returning c.* into strict _character;
      return _character;
    exception
      when unique_violation then null;
    end;
  end loop;
  perform core.raise('NAME_TAKEN');
  return _character;
end
$$;
comment on function sparc.free_name(uuid) is
  'Marks a character as deleted and overwrites its name with gone- and eight hex digits, which its owner has no other '
  'character of. Raises: NAME_TAKEN. [helper]';
revoke all on function sparc.free_name(uuid) from public;
commit;
