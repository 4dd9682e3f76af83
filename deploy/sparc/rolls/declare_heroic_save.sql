-- Deploy gamekeeper:sparc/rolls/declare_heroic_save to pg
-- requires: sparc/rolls/decide_heroic_save
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.declare_heroic_save(original_roll_id uuid, idempotency_key text default null)
returns sparc.declared_rolls
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
begin
  return sparc.decide_heroic_save(declare_heroic_save.original_roll_id, false, declare_heroic_save.idempotency_key);
end
$$;
comment on function sparc.declare_heroic_save(uuid, text) is
  'Decides to roll the caller''s own failed roll again, once per encounter and character and in time, with the same dice '
  'and difficulty; the new result stands even if worse. Commit, then throw_roll. '
  'Call it as select * from sparc.declare_heroic_save(...). Raises: UNAUTHENTICATED, NOT_FOUND, '
  'FORBIDDEN, STATE_ERROR, HEROIC_SAVE_NOT_FAILED, HEROIC_SAVE_EXPIRED, HEROIC_SAVE_USED, COMMIT_FIRST, '
  'INVALID_INPUT, IDEMPOTENCY_CONFLICT. [client] [repeat: key]';
revoke all on function sparc.declare_heroic_save(uuid, text) from public;
grant execute on function sparc.declare_heroic_save(uuid, text) to authenticated, service_role;
commit;
