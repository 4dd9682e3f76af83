-- Verify gamekeeper:slots/reports/game_fingerprint on pg
begin;
set local role gamekeeper;
do $$
begin
  if (select array_agg(a.attname::text order by a.attnum) from pg_attribute as a where a.attrelid = 'slots.game_fingerprint'::regclass)
      <> array['spins', 'symbol_frequencies', 'digest', 'rtp', 'rtp_low', 'rtp_high', 'volatility', 'chi_square', 'degrees_of_freedom'] then
    raise exception 'slots.game_fingerprint has other fields';
  end if;
end
$$;
rollback;
