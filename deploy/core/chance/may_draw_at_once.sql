-- Deploy gamekeeper:core/chance/may_draw_at_once to pg
-- requires: core/callers/is_service core/records/setting
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- SECURITY DEFINER, because no client reads the setting. The router's gateways answer when their transaction has ended, and
-- no client can log in as they do.
create function core.may_draw_at_once()
returns boolean
language plpgsql
stable
parallel safe
security definer
set search_path = pg_temp
as $$
begin
  return core.is_service() or session_user = 'gamekeeper_gateway' or not core.setting('core.clients_can_abort')::boolean;
end
$$;
comment on function core.may_draw_at_once() is
  'Whether the caller may see what chance decides in the transaction that fixed it: the service, the deployer and '
  'the scheduler, which never abort after a look; everybody through the router, whose calls have ended when they answer, and '
  'where the setting core.clients_can_abort is false. '
  '[helper]';
revoke all on function core.may_draw_at_once() from public;
commit;
