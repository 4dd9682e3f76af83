-- Verify gamekeeper:slots/reports/session_report on pg
begin;
set local role gamekeeper;
do $$
begin
  if (select array_agg(a.attname::text order by a.attnum) from pg_attribute as a where a.attrelid = 'slots.session_report'::regclass)
      <> array['session_id', 'game_id', 'state', 'metrics', 'wallet_id', 'balance', 'pending_bet', 'event_count', 'server_seed_hash', 'next_server_seed_hash', 'client_seed', 'nonce'] then
    raise exception 'slots.session_report has other fields';
  end if;
end
$$;
rollback;
