-- Verify gamekeeper:xp/errors on pg
begin;
set local role gamekeeper;
do $$
begin
  if (select count(*) from core.errors where sqlstate like 'KG3__') <> 7 then
    raise exception 'core.errors lacks codes of xp';
  end if;
end
$$;
rollback;
