-- Deploy gamekeeper:sparc/dice/make_roll to pg
-- requires: core/errors/raise core/callers/is_service core/keys/now_utc core/callers/require_user sparc/dice/dice_rolls sparc/sessions/my_session_ids sparc/dice/throw_dice sparc/dice/judge_roll sparc/dice/modifier_sum sparc/people/reject_input
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Every roll passes here, by roll_dice, heroic_save or a direct insert, so that no path lets a client
-- choose a result. Locks the session's row first, if the caller sees it: a roll is before or after a
-- pause, a kick, an encounter or another heroic save, never beside it. Who waited for the lock may have
-- been kicked meanwhile. The service may restore a roll as it was.
create function sparc.make_roll()
returns trigger
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _now constant timestamptz := core.now_utc();
  _caller uuid;
  _seer_id uuid;
  _status sparc.session_status;
  _kicked_user_ids uuid[];
  _character sparc.characters;
  _player sparc.session_players;
  _original sparc.dice_rolls;
begin
  if new.results is not null and core.is_service() then
    return new;
  end if;
  _caller := core.require_user();

  if new.session_id is null or new.session_id not in (select sparc.my_session_ids()) then
    perform core.raise('NOT_FOUND', jsonb_build_object('field', 'session_id'));
  end if;
  select s.seer_id, s.status, s.kicked_user_ids
  into _seer_id, _status, _kicked_user_ids
  from sparc.sessions as s
  where s.id = new.session_id
  for no key update;
  select * into _character from sparc.characters as c where c.id = new.character_id;
  select *
  into _player
  from sparc.session_players as p
  where p.session_id = new.session_id and p.character_id = new.character_id and p.is_active;
  if _seer_id is null or _caller = any (_kicked_user_ids) then
    perform core.raise('NOT_FOUND', jsonb_build_object('field', 'session_id'));
  elsif _player.user_id is null and _character.user_id is distinct from _caller then
    perform core.raise('NOT_FOUND', jsonb_build_object('field', 'character_id'));
  elsif coalesce(_player.user_id <> _caller, true)
    and not (_seer_id = _caller and (_player.user_id is not null or _character.user_id = _caller)) then
    perform core.raise('FORBIDDEN', jsonb_build_object('field', 'character_id'));
  elsif _status <> 'active' then
    perform core.raise('STATE_ERROR', jsonb_build_object('status', _status, 'needed', 'active'));
  end if;

  if new.original_roll_id is not null or new.roll_type = 'heroic_save' then
    select *
    into _original
    from sparc.dice_rolls as r
    where r.id = new.original_roll_id and r.session_id = new.session_id and r.character_id = new.character_id;
    if not found then
      perform core.raise('NOT_FOUND', jsonb_build_object('field', 'original_roll_id'));
    elsif coalesce(_player.user_id <> _caller, true) then
      perform core.raise('FORBIDDEN', jsonb_build_object('field', 'original_roll_id'));
    elsif _original.success or _original.roll_type = 'heroic_save' then
      perform core.raise('HEROIC_SAVE_NOT_FAILED');
    elsif _now > _original.created_at + interval '30 seconds' then
      perform core.raise('HEROIC_SAVE_EXPIRED');
    elsif _player.heroic_saves_used > 0
      or exists (select from sparc.dice_rolls as r where r.original_roll_id = _original.id) then
      perform core.raise('HEROIC_SAVE_USED');
    end if;
    new.roll_type := 'heroic_save';
    new.attribute := _original.attribute;
    new.difficulty := _original.difficulty;
    new.modifiers := _original.modifiers;
    new.dice_count := _original.dice_count;
  else
    if new.attribute is null then
      perform sparc.reject_input('attribute', 'must not be null');
    elsif new.roll_type is null then
      perform sparc.reject_input('roll_type', 'must not be null');
    elsif new.difficulty is null or new.difficulty not between 3 and 18 then
      perform sparc.reject_input('difficulty', 'must be 3 to 18');
    elsif not sparc.is_modifier_list(new.modifiers) then
      perform sparc.reject_input('modifiers', 'must be an array of at most 20 {"type": "dice" or "flat", "value": whole number}');
    elsif char_length(new.description) > 500 then
      perform sparc.reject_input('description', 'must not be longer than 500 characters');
    end if;
    new.dice_count := greatest(1, least(10, sparc.modifier_sum(new.modifiers, 'dice') + case new.attribute
      when 'might' then _character.might
      when 'grace' then _character.grace
      when 'wit' then _character.wit
      else _character.heart
    end));
  end if;

  new.results := sparc.throw_dice(new.dice_count);
  new.total := (select sum(die.face)::integer from unnest(new.results) as die (face));
  new.modified_total := new.total + sparc.modifier_sum(new.modifiers, 'flat');
  new.margin := new.modified_total - new.difficulty;
  new.outcome := sparc.judge_roll(new.results, new.modified_total, new.difficulty);
  new.success := new.outcome in ('critical_success', 'success');
  new.character_name := _character.name;
  new.animation_seed := ('x' || encode(substr(core.strong_random(), 1, 4), 'hex'))::bit(32)::bigint;
  new.created_at := _now;
  return new;
end
$$;
comment on function sparc.make_roll() is
  'Trigger: who may roll, how many dice, what they show and what that means; a heroic save too. Raises: '
  'UNAUTHENTICATED, NOT_FOUND, FORBIDDEN, STATE_ERROR, INVALID_INPUT, HEROIC_SAVE_NOT_FAILED, HEROIC_SAVE_EXPIRED, '
  'HEROIC_SAVE_USED. [helper]';
revoke all on function sparc.make_roll() from public;
create trigger make_roll before insert on sparc.dice_rolls
for each row execute function sparc.make_roll();
commit;
