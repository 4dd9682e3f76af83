-- Verify gamekeeper:slots/errors on pg
begin;
set local role gamekeeper;
do $$
begin
  if (select count(*) from core.errors where code in ('BET_REQUIRED', 'BET_LIMIT_EXCEEDED', 'INSUFFICIENT_FUNDS', 'WALLET_LIMIT_EXCEEDED') and sqlstate like 'KG1__') <> 4 then
    raise exception 'core.errors lacks codes of slots';
  end if;
end
$$;
rollback;
