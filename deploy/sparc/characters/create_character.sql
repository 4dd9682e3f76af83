-- Deploy gamekeeper:sparc/characters/create_character to pg
-- requires: core/keys/uuid_v7 core/records/note_request core/keys/is_display_name core/errors/raise sparc/people/require_player sparc/people/reject_input sparc/characters/prepare_character sparc/characters/check_character_limit
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.create_character(
  name text, class sparc.character_class, idempotency_key text default null
)
returns sparc.characters
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _caller constant uuid := sparc.require_player();
  _id constant uuid := core.uuid_v7();
  _character sparc.characters;
  _made text;
begin
  if create_character.name is null
    or char_length(create_character.name) not between 2 and 50
    or not core.is_display_name(create_character.name)
  then
    perform sparc.reject_input('name', 'must be 2 to 50 characters, something visible among them, none that controls the text');
  elsif create_character.class is null then
    perform sparc.reject_input('class', 'must not be null');
  end if;
  _made := core.note_request(
    'sparc.create_character',
    create_character.idempotency_key,
    jsonb_build_array(create_character.name, create_character.class),
    _id::text
  );
  if _made is not null then
    select * into _character from sparc.characters as c where c.id = _made::uuid;
    if not found then
      perform core.raise('NOT_FOUND', jsonb_build_object('field', 'idempotency_key'));
    end if;
    return _character;
  end if;
  insert into sparc.characters as c (id, user_id, name, class, equipment)
  values (_id, _caller, create_character.name, create_character.class, null)
  on conflict on constraint unique_user_character_name do nothing
  returning c.* into _character;
  if _character.id is null then
    perform core.raise('NAME_TAKEN', jsonb_build_object('name', create_character.name));
  end if;
  return _character;
end
$$;
comment on function sparc.create_character(text, sparc.character_class, text) is
  'Creates a character of the caller with the attributes, equipment and ability of its class. '
  'Call it as select * from sparc.create_character(...). Raises: '
  'UNAUTHENTICATED, PROFILE_MISSING, INVALID_INPUT, CHARACTER_LIMIT, NAME_TAKEN, NOT_FOUND, '
  'IDEMPOTENCY_CONFLICT. [client] [repeat: key]';
revoke all on function sparc.create_character(text, sparc.character_class, text) from public;
grant execute on function sparc.create_character(text, sparc.character_class, text) to authenticated, service_role;
commit;
