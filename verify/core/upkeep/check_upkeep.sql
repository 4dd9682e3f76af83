-- Verify gamekeeper:core/upkeep/check_upkeep on pg
begin;
do $$
begin
  if (select count(*) from core.check_upkeep() where detail is not null and action is not null) <> 1 then
    raise exception 'core.check_upkeep() does not answer with one row';
  end if;
end
$$;
rollback;
