-- Verify gamekeeper:core/errors/check_page_size on pg
begin;
do $$
begin
  if core.check_page_size(1000) <> 1000 then
    raise exception 'core.check_page_size changes the size';
  end if;
  begin
    perform core.check_page_size(0);
  exception
    when sqlstate 'KG001' then return;
  end;
  raise exception 'core.check_page_size lets 0 pass';
end
$$;
rollback;
