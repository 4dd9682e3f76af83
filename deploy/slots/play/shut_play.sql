-- Deploy gamekeeper:slots/play/shut_play to pg
-- requires: core/callers/require_service slots/checks/check_text slots/play/reseeds
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.shut_play(reason text)
returns void
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
begin
  perform core.require_service();
  perform slots.check_text('reason', shut_play.reason, 200);
  insert into slots.reseeds (reason) values (shut_play.reason)
  on conflict ((ended_at is null)) where ended_at is null do nothing;
end
$$;
comment on function slots.shut_play(text) is
  'Service: the first step of slots.reseed_all: no bet is taken until every session has new seeds. Where play is '
  'shut already it stays so, and the run that is under way goes on. Raises: FORBIDDEN, INVALID_INPUT. [service] [repeat: natural]';
revoke all on function slots.shut_play(text) from public;
grant execute on function slots.shut_play(text) to service_role;
commit;
