-- Verify gamekeeper:slots/play/player_action on pg
begin;
set local role gamekeeper;
do $$
begin
  if (select array_agg(a.attname::text order by a.attnum) from pg_attribute as a where a.attrelid = 'slots.player_action'::regclass)
      <> array['type', 'amount'] then
    raise exception 'slots.player_action has other fields';
  end if;
end
$$;
rollback;
