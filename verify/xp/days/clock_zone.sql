-- Verify gamekeeper:xp/days/clock_zone on pg
begin;
do $$
begin
  if xp.clock_zone('CET') <> 'Europe/Brussels' or xp.clock_zone('Asia/Tokyo') <> 'Asia/Tokyo' then
    raise exception 'xp.clock_zone names the wrong zone';
  end if;
  if has_function_privilege('authenticated', 'xp.clock_zone(text)', 'execute') then
    raise exception 'xp.clock_zone has the wrong privileges';
  end if;
end
$$;
rollback;
