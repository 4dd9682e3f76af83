-- Deploy gamekeeper:sparc/rolls/declare_roll to pg
-- requires: sparc/rolls/decide_roll
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.declare_roll(
  session_id uuid,
  character_id uuid,
  attribute sparc.attribute,
  difficulty integer,
  roll_type sparc.roll_type default 'attribute_check',
  modifiers jsonb default '[]',
  description text default null,
  creature_id uuid default null,
  is_hidden boolean default false,
  idempotency_key text default null
)
returns sparc.declared_rolls
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _roll sparc.declared_rolls;
begin
  _roll.session_id := declare_roll.session_id;
  _roll.character_id := declare_roll.character_id;
  _roll.creature_id := declare_roll.creature_id;
  _roll.attribute := declare_roll.attribute;
  _roll.difficulty := declare_roll.difficulty;
  _roll.roll_type := declare_roll.roll_type;
  _roll.modifiers := declare_roll.modifiers;
  _roll.description := declare_roll.description;
  _roll.is_hidden := declare_roll.is_hidden;
  return sparc.decide_roll(_roll, false, declare_roll.idempotency_key);
end
$$;
comment on function sparc.declare_roll(uuid, uuid, sparc.attribute, integer, sparc.roll_type, jsonb, text, uuid, boolean, text) is
  'Decides a roll in an active session: for the caller''s seated character; for the Seer also any character that sits or '
  'sat there, one of their own, or a creature of the adventure (character_id null). Throws the caller''s roll that waited. '
  'Commit, then throw_roll. '
  'Call it as select * from sparc.declare_roll(...). Raises: UNAUTHENTICATED, INVALID_INPUT, NOT_FOUND, FORBIDDEN, STATE_ERROR, COMMIT_FIRST, '
  'IDEMPOTENCY_CONFLICT. [client] [repeat: key]';
revoke all on function sparc.declare_roll(uuid, uuid, sparc.attribute, integer, sparc.roll_type, jsonb, text, uuid, boolean, text) from public;
grant execute on function sparc.declare_roll(uuid, uuid, sparc.attribute, integer, sparc.roll_type, jsonb, text, uuid, boolean, text) to authenticated, service_role;
commit;
