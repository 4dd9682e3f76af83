-- Verify gamekeeper:slots/fairness/seed_rotation on pg
begin;
set local role gamekeeper;
do $$
begin
  if (select array_agg(a.attname::text order by a.attnum) from pg_attribute as a where a.attrelid = 'slots.seed_rotation'::regclass)
      <> array['server_seed', 'server_seed_hash', 'client_seed', 'spins', 'next_server_seed_hash', 'next_client_seed'] then
    raise exception 'slots.seed_rotation has other fields';
  end if;
end
$$;
rollback;
