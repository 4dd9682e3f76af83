-- Verify gamekeeper:slots/learning/experience on pg
begin;
set local role gamekeeper;
do $$
begin
  if (select array_agg(a.attname::text order by a.attnum) from pg_attribute as a where a.attrelid = 'slots.experience'::regclass)
      <> array['obs', 'action', 'reward', 'next_obs', 'terminated', 'truncated', 'info'] then
    raise exception 'slots.experience has other fields';
  end if;
end
$$;
rollback;
