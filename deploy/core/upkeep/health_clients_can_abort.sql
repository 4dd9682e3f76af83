-- Deploy gamekeeper:core/upkeep/health_clients_can_abort to pg
-- requires: core/upkeep/health_checks core/records/setting
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.health_clients_can_abort()
returns table (ok boolean, detail text, action text)
language plpgsql
stable
as $$
declare
  _can constant boolean := core.setting('core.clients_can_abort')::boolean;
begin
  return query select
    true,
    case
      when _can then 'core.clients_can_abort is true: a client sees a draw only after the decision before it is committed'
      else 'core.clients_can_abort is false: every client may see a draw in the transaction that decided it'
    end,
    case
      when _can then 'Nothing to do.'
      else 'Set it to true, as the deployer, unless one backend runs all client transactions and commits whatever they returned.'
    end;
end
$$;
comment on function core.health_clients_can_abort() is
  'Says who may see a draw at once. Never a fault: the deployer or the service chose it. [helper]';
revoke all on function core.health_clients_can_abort() from public;

insert into core.health_checks (name, function, meaning) values
  ('core.clients_can_abort', 'core.health_clients_can_abort()', 'Whether clients may see a draw in the transaction that decided it.');
commit;
