-- Verify gamekeeper:slots/games/game_program on pg
begin;
set local role gamekeeper;
do $$
begin
  if (select array_agg(a.attname::text order by a.attnum) from pg_attribute as a where a.attrelid = 'slots.game_program'::regclass)
      <> array['symbols', 'wilds', 'reel_lengths', 'strips', 'payouts', 'any_payouts'] then
    raise exception 'slots.game_program has other fields';
  end if;
end
$$;
rollback;
