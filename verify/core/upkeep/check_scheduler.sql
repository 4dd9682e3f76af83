-- Verify gamekeeper:core/upkeep/check_scheduler on pg
begin;
do $$
begin
  if (select count(*) from core.check_scheduler() where detail is not null and action is not null) <> 1 then
    raise exception 'core.check_scheduler() does not answer with one row';
  end if;
end
$$;
rollback;
