-- Deploy gamekeeper:sparc/rolls/decide_roll to pg
-- requires: core/errors/raise core/callers/require_user sparc/sessions/lock_session_as_participant sparc/dice/check_roll sparc/rolls/noted_roll sparc/dice/require_figure sparc/dice/modifier_sum sparc/rolls/add_roll
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.decide_roll(asked sparc.declared_rolls, at_once boolean, idempotency_key text)
returns sparc.declared_rolls
language plpgsql
volatile
as $$
declare
  _roll sparc.declared_rolls := decide_roll.asked;
  _session sparc.sessions;
  _figure sparc.figure;
  _before sparc.declared_rolls;
begin
  _roll.roller_id := core.require_user();
  perform sparc.check_roll(_roll);
  _session := sparc.lock_session_as_participant(_roll.session_id);
  _roll.id := core.uuid_v7();
  _before := sparc.noted_roll(
    case when decide_roll.at_once then 'sparc.roll_dice' else 'sparc.declare_roll' end, decide_roll.idempotency_key, to_jsonb(decide_roll.asked), _roll.id
  );
  if _before.id is not null then
    return _before;
  end if;
  _figure := sparc.require_figure(
    _session, _roll.roller_id, _roll.character_id, _roll.creature_id, _roll.attribute
  );
  if _session.status <> 'active' then
    perform core.raise(
      'STATE_ERROR', jsonb_build_object('state', _session.status, 'expected', jsonb_build_array('active'))
    );
  end if;
  _roll.character_name := _figure.name;
  _roll.dice_count := greatest(1, least(10, _figure.dice + sparc.modifier_sum(_roll.modifiers, 'dice')));
  return sparc.add_roll(_roll, decide_roll.at_once);
end
$$;
comment on function sparc.decide_roll(sparc.declared_rolls, boolean, text) is
  'Decides a roll whose arguments stand in the row: who may roll, for whom, and how many dice. Raises: UNAUTHENTICATED, '
  'INVALID_INPUT, NOT_FOUND, FORBIDDEN, STATE_ERROR, COMMIT_FIRST, '
  'IDEMPOTENCY_CONFLICT. [helper]';
revoke all on function sparc.decide_roll(sparc.declared_rolls, boolean, text) from public;
commit;
