-- Deploy gamekeeper:sparc/rolls/decide_heroic_save to pg
-- requires: core/errors/raise core/keys/wall_clock core/records/setting sparc/settings sparc/sessions/lock_session_as_participant sparc/dice/may_see_hidden_roll sparc/rolls/noted_roll sparc/rolls/add_roll sparc/people/enter
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The save is used up here, not when it is thrown. Its time runs from the player's own throw of the original
-- (declared_rolls.save_from): somebody who throws it for them and keeps that transaction open uses up none of it.
create function sparc.decide_heroic_save(original_roll_id uuid, at_once boolean, idempotency_key text)
returns sparc.declared_rolls
language plpgsql
volatile
as $$
declare
  _caller constant uuid := sparc.enter();
  _original sparc.dice_rolls;
  _session sparc.sessions;
  _seat sparc.session_players;
  _from timestamptz;
  _roll sparc.declared_rolls;
  _before sparc.declared_rolls;
begin
  select * into _original from sparc.dice_rolls as r where r.id = decide_heroic_save.original_roll_id;
  if _original.id is null
    or _original.session_id not in (select sparc.my_session_ids())
    or _original.is_hidden and not sparc.may_see_hidden_roll(_original.id) then
    perform core.raise('NOT_FOUND', jsonb_build_object('field', 'original_roll_id'));
  end if;
  _session := sparc.lock_session_as_participant(_original.session_id);
  _roll.session_id := _session.id;
  _roll.roller_id := _caller;
  _roll.character_id := _original.character_id;
  _roll.character_name := _original.character_name;
  _roll.attribute := _original.attribute;
  _roll.dice_count := _original.dice_count;
  _roll.difficulty := _original.difficulty;
  _roll.roll_type := 'heroic_save';
  _roll.modifiers := _original.modifiers;
  _roll.description := _original.description;
  _roll.is_hidden := _original.is_hidden;
  _roll.original_roll_id := _original.id;
  _roll.id := core.uuid_v7();
  _before := sparc.noted_roll(
    case when decide_heroic_save.at_once then 'sparc.heroic_save' else 'sparc.declare_heroic_save' end,
    decide_heroic_save.idempotency_key, to_jsonb(_original.id), _roll.id
  );
  if _before.id is not null then
    return _before;
  end if;
  select *
  into _seat
  from sparc.session_players as p
  where p.session_id = _session.id and p.user_id = _caller and p.character_id = _original.character_id and p.is_active;
  select d.save_from into _from from sparc.declared_rolls as d where d.id = _original.id;
  if not found then
    -- a roll that the service restored
    _from := _original.created_at;
  end if;

  if _seat.user_id is null then
    perform core.raise('FORBIDDEN', jsonb_build_object('field', 'original_roll_id'));
  elsif _session.status <> 'active' then
    perform core.raise(
      'STATE_ERROR', jsonb_build_object('state', _session.status, 'expected', jsonb_build_array('active'))
    );
  elsif _original.success or _original.roll_type = 'heroic_save' then
    perform core.raise('HEROIC_SAVE_NOT_FAILED');
  elsif core.wall_clock() > _from + make_interval(secs => core.setting('sparc.heroic_save_seconds')::integer) then
    perform core.raise('HEROIC_SAVE_EXPIRED');
  elsif _seat.heroic_saves_used > 0
    or exists (select from sparc.declared_rolls as d where d.original_roll_id = _original.id)
    or exists (select from sparc.dice_rolls as r where r.original_roll_id = _original.id) then
    perform core.raise('HEROIC_SAVE_USED');
  end if;

  update sparc.session_players as p
  set heroic_saves_used = 1
  where p.session_id = _session.id and p.user_id = _caller;
  return sparc.add_roll(_roll, decide_heroic_save.at_once);
end
$$;
comment on function sparc.decide_heroic_save(uuid, boolean, text) is
  'Decides to roll the caller''s own failed roll again; see "Heroic saves" in docs/sparc.md. Raises: UNAUTHENTICATED, '
  'NOT_FOUND, FORBIDDEN, STATE_ERROR, HEROIC_SAVE_NOT_FAILED, HEROIC_SAVE_EXPIRED, HEROIC_SAVE_USED, COMMIT_FIRST, '
  'INVALID_INPUT, IDEMPOTENCY_CONFLICT. [helper]';
revoke all on function sparc.decide_heroic_save(uuid, boolean, text) from public;
commit;
