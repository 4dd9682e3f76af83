-- Verify gamekeeper:slots/games/spin on pg
begin;
set local role gamekeeper;
do $$
begin
  if (select array_agg(a.attname::text order by a.attnum) from pg_attribute as a where a.attrelid = 'slots.spin'::regclass)
      <> array['stops', 'symbols', 'multiplier'] then
    raise exception 'slots.spin has other fields';
  end if;
end
$$;
rollback;
