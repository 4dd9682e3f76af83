-- Verify gamekeeper:sparc/archive/upkeep on pg
begin;
do $$
begin
  if (select count(to_regprocedure(function)) from core.upkeep_tasks where task like 'sparc.%') <> 2 then
    raise exception 'upkeep tasks of sparc are missing';
  end if;
end
$$;
rollback;
