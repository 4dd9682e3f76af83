-- Verify gamekeeper:core/records/setting on pg
begin;
do $$
begin
  begin
    perform core.setting('none.such');
  exception
    when sqlstate 'KG004' then return;
  end;
  raise exception 'core.setting invents a setting';
end
$$;
rollback;
