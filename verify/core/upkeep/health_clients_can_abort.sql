-- Verify gamekeeper:core/upkeep/health_clients_can_abort on pg
begin;
set local role gamekeeper;
do $$
begin
  if (select detail from core.health_clients_can_abort()) is null
    or not exists (select from core.health_checks where name = 'core.clients_can_abort') then
    raise exception 'core.health() does not say who may draw at once';
  end if;
end
$$;
rollback;
