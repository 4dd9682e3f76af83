-- Deploy gamekeeper:sparc/characters/create_character to pg
-- requires: core/keys/is_display_name core/errors/raise sparc/people/require_player sparc/people/reject_input sparc/characters/prepare_character sparc/characters/check_character_limit
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.create_character(name text, class sparc.character_class)
returns sparc.characters
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _caller constant uuid := sparc.require_player();
  _character sparc.characters;
begin
  if create_character.name is null
    or char_length(create_character.name) not between 2 and 50
    or not core.is_display_name(create_character.name)
  then
    perform sparc.reject_input('name', 'must be 2 to 50 characters, something visible among them, none that controls the text');
  elsif create_character.class is null then
    perform sparc.reject_input('class', 'must not be null');
  end if;
  insert into sparc.characters as c (user_id, name, class, equipment)
  values (_caller, create_character.name, create_character.class, null)
  on conflict on constraint unique_user_character_name do nothing
  returning c.* into _character;
  if _character.id is null then
    perform core.raise('NAME_TAKEN', jsonb_build_object('name', create_character.name));
  end if;
  return _character;
end
$$;
comment on function sparc.create_character(text, sparc.character_class) is
  'Creates a character of the caller with the attributes, equipment and ability of its class. Raises: '
  'UNAUTHENTICATED, PROFILE_MISSING, INVALID_INPUT, CHARACTER_LIMIT, NAME_TAKEN. [client]';
revoke all on function sparc.create_character(text, sparc.character_class) from public;
grant execute on function sparc.create_character(text, sparc.character_class) to authenticated, service_role;
commit;
