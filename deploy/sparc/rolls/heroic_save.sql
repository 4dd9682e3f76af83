-- Deploy gamekeeper:sparc/rolls/heroic_save to pg
-- requires: sparc/rolls/require_at_once sparc/dice/record_roll sparc/rolls/decide_heroic_save sparc/dice/draw_roll
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.heroic_save(original_roll_id uuid, idempotency_key text default null)
returns sparc.dice_rolls
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _roll sparc.declared_rolls;
  _result sparc.dice_rolls;
begin
  perform core.require_user();
  perform sparc.require_at_once('sparc.declare_heroic_save');
  _roll := sparc.decide_heroic_save(heroic_save.original_roll_id, true, heroic_save.idempotency_key);
  select * into _result from sparc.dice_rolls as r where r.id = _roll.id;
  if found then
    return _result;
  end if;
  _result := sparc.draw_roll(_roll, _roll.thrown_at);
  insert into sparc.dice_rolls select (_result).*;
  return _result;
end
$$;
comment on function sparc.heroic_save(uuid, text) is
  'declare_heroic_save and throw_roll in one call, for callers who may see a draw in the transaction that decided it: '
  'where core.clients_can_abort is false. Others declare, commit and throw. A repeated idempotency_key gives the first throw. '
  'Call it as select * from sparc.heroic_save(...). Raises: UNAUTHENTICATED, COMMIT_FIRST, NOT_FOUND, FORBIDDEN, '
  'STATE_ERROR, HEROIC_SAVE_NOT_FAILED, HEROIC_SAVE_EXPIRED, HEROIC_SAVE_USED, INVALID_INPUT, IDEMPOTENCY_CONFLICT. [client] [repeat: key]';
revoke all on function sparc.heroic_save(uuid, text) from public;
grant execute on function sparc.heroic_save(uuid, text) to authenticated, service_role;
commit;
