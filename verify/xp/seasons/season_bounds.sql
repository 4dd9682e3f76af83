-- Verify gamekeeper:xp/seasons/season_bounds on pg
begin;
set local role gamekeeper;
do $$
begin
  if (
    select array_agg(attname || ' ' || format_type(atttypid, null) order by attnum)
    from pg_attribute where attrelid = 'xp.season_bounds'::regclass
  ) <> array['starts_on date', 'ends_on date'] then
    raise exception 'xp.season_bounds has other fields';
  end if;
end
$$;
rollback;
