-- Verify gamekeeper:core/upkeep/check_indexes on pg
begin;
do $$
begin
  if not (select ok from core.check_indexes()) then
    raise exception 'an index is invalid';
  end if;
end
$$;
rollback;
