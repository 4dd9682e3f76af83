-- Verify gamekeeper:cards/errors on pg
begin;
set local role gamekeeper;
do $$
begin
  if (select count(*) from core.errors where sqlstate like 'KG2%') <> 9 then
    raise exception 'core.errors lacks codes of cards';
  end if;
end
$$;
rollback;
