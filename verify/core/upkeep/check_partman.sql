-- Verify gamekeeper:core/upkeep/check_partman on pg
begin;
do $$
begin
  if (select count(*) from core.check_partman() where ok and detail is not null and action is not null) <> 1 then
    raise exception 'core.check_partman() does not answer with one row';
  end if;
end
$$;
rollback;
