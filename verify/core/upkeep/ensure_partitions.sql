-- Verify gamekeeper:core/upkeep/ensure_partitions on pg
begin;
do $$
begin
  begin
    perform core.ensure_partitions('none.such', now());
  exception
    when sqlstate 'KG004' then return;
  end;
  raise exception 'core.ensure_partitions knows a table that is not registered';
end
$$;
rollback;
