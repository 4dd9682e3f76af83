-- Verify gamekeeper:core/upkeep/retire_partitions on pg
begin;
do $$
begin
  begin
    perform core.retire_partitions('none.such', now());
  exception
    when sqlstate 'KG004' then return;
  end;
  raise exception 'core.retire_partitions knows a table that is not registered';
end
$$;
rollback;
