-- Deploy gamekeeper:sparc/dice/heroic_save to pg
-- requires: core/errors/raise core/callers/require_user sparc/sessions/my_session_ids sparc/dice/make_roll sparc/dice/record_roll
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.heroic_save(original_roll_id uuid)
returns sparc.dice_rolls
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _roll sparc.dice_rolls;
begin
  perform core.require_user();
  insert into sparc.dice_rolls as r
    (session_id, character_id, attribute, difficulty, roll_type, description, original_roll_id)
  select o.session_id, o.character_id, o.attribute, o.difficulty, 'heroic_save', o.description, o.id
  from sparc.dice_rolls as o
  where o.id = heroic_save.original_roll_id and o.session_id in (select sparc.my_session_ids())
  returning r.* into _roll;
  if _roll.id is null then
    perform core.raise('NOT_FOUND', jsonb_build_object('field', 'original_roll_id'));
  end if;
  return _roll;
end
$$;
comment on function sparc.heroic_save(uuid) is
  'Rolls the caller''s own failed roll again, once per encounter and character, within 30 seconds, with the same '
  'dice and difficulty; the new result stands even if worse. Raises: UNAUTHENTICATED, NOT_FOUND, FORBIDDEN, '
  'STATE_ERROR, HEROIC_SAVE_NOT_FAILED, HEROIC_SAVE_EXPIRED, HEROIC_SAVE_USED. [client]';
revoke all on function sparc.heroic_save(uuid) from public;
grant execute on function sparc.heroic_save(uuid) to authenticated, service_role;
commit;
