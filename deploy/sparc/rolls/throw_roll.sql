-- Deploy gamekeeper:sparc/rolls/throw_roll to pg
-- requires: core/errors/raise core/keys/wall_clock core/records/setting sparc/settings sparc/sessions/my_session_ids sparc/sessions/session_players sparc/dice/may_see_hidden_roll sparc/rolls/throw_declared sparc/people/enter
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Works whatever became of seat, character, pause or encounter; what ends the session has thrown what waited. The first
-- answer to the player who could save the roll starts the time of their heroic save, whoever threw it.
create function sparc.throw_roll(roll_id uuid)
returns sparc.dice_rolls
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _caller constant uuid := sparc.enter();
  _roll sparc.declared_rolls;
  _seer_id uuid;
  _result sparc.dice_rolls;
  _free_at timestamptz;
begin
  select * into _roll from sparc.declared_rolls as d where d.id = throw_roll.roll_id;
  if _roll.id is null
    or _roll.roller_id <> _caller and (
      _roll.session_id not in (select sparc.my_session_ids())
      or _roll.is_hidden and not sparc.may_see_hidden_roll(_roll.id)
    ) then
    perform core.raise('NOT_FOUND', jsonb_build_object('field', 'roll_id'));
  end if;
  if _roll.thrown_at is null then
    select s.seer_id into _seer_id from sparc.sessions as s where s.id = _roll.session_id for no key update;
    select * into _roll from sparc.declared_rolls as d where d.id = throw_roll.roll_id;
    if _roll.thrown_at is null then
      _free_at := _roll.declared_at + make_interval(secs => core.setting('sparc.throw_after_seconds')::integer);
      if _caller not in (_roll.roller_id, _seer_id) and core.wall_clock() < _free_at then
        perform core.raise('FORBIDDEN', jsonb_build_object('field', 'roll_id', 'freeAt', _free_at));
      end if;
      perform sparc.throw_declared(_roll);
    end if;
  end if;

  update sparc.declared_rolls as d
  set save_from = core.wall_clock()
  where d.id = _roll.id
    and d.save_from is null
    and exists (
      select
      from sparc.session_players as p
      where p.session_id = d.session_id and p.user_id = _caller and p.character_id = d.character_id and p.is_active
    );
  select * into _result from sparc.dice_rolls as r where r.id = _roll.id;
  if not found then
    perform core.raise('NOT_FOUND', jsonb_build_object('field', 'roll_id'));
  end if;
  return _result;
end
$$;
comment on function sparc.throw_roll(uuid) is
  'Throws a declared roll, in a later transaction than its declaration, and returns it; again it returns the same. For '
  'the roller and the Seer at once, for everybody in the session after sparc.throw_after_seconds; a hidden roll for those '
  'who may see it. Raises: UNAUTHENTICATED, NOT_FOUND, FORBIDDEN, COMMIT_FIRST. [client] [repeat: natural]';
revoke all on function sparc.throw_roll(uuid) from public;
grant execute on function sparc.throw_roll(uuid) to authenticated, service_role;
commit;
