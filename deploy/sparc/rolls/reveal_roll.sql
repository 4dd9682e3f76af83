-- Deploy gamekeeper:sparc/rolls/reveal_roll to pg
-- requires: core/errors/raise core/keys/wall_clock sparc/feed/emit_event sparc/sessions/lock_session_as_seer sparc/dice/roll_document sparc/people/enter
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.reveal_roll(roll_id uuid)
returns sparc.declared_rolls
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _roll sparc.declared_rolls;
begin
  perform sparc.enter();
  select d.*
  into _roll
  from sparc.declared_rolls as d
  where d.id = reveal_roll.roll_id and d.session_id in (select sparc.my_session_ids());
  if _roll.id is null or _roll.is_hidden and not sparc.may_see_hidden_roll(_roll.id) then
    perform core.raise('NOT_FOUND', jsonb_build_object('field', 'roll_id'));
  end if;
  perform sparc.lock_session_as_seer(_roll.session_id);
  update sparc.declared_rolls as d
  set revealed_at = core.wall_clock()
  where d.id = _roll.id and d.is_hidden and d.revealed_at is null
  returning d.* into _roll;
  if found then
    perform sparc.emit_event(
      _roll.session_id,
      'roll_revealed',
      sparc.roll_document(_roll) || coalesce(
        (select to_jsonb(r) - array['session_id', 'created_at'] from sparc.dice_rolls as r where r.id = _roll.id), '{}'
      )
    );
  else
    select * into _roll from sparc.declared_rolls as d where d.id = reveal_roll.roll_id;
  end if;
  return _roll;
end
$$;
comment on function sparc.reveal_roll(uuid) is
  'The Seer shows a hidden roll to everybody in the session, thrown or not; one that everybody sees stays as it is. '
  'Raises: UNAUTHENTICATED, INVALID_INPUT, NOT_FOUND, FORBIDDEN. [client] [repeat: natural]';
revoke all on function sparc.reveal_roll(uuid) from public;
grant execute on function sparc.reveal_roll(uuid) to authenticated, service_role;
commit;
