-- Verify gamekeeper:sparc/archive/health on pg
begin;
do $$
begin
  if (select count(to_regprocedure(function)) from core.health_checks where name like 'sparc.%') <> 2 then
    raise exception 'health checks of sparc are missing';
  end if;
end
$$;
rollback;
