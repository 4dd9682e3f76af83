-- Verify gamekeeper:sparc/errors on pg
begin;
do $$
begin
  if (select count(*) from core.errors where sqlstate like 'KG4__') <> 18 then
    raise exception 'errors of sparc are missing';
  end if;
end
$$;
rollback;
