-- Verify gamekeeper:slots/play/act_result on pg
begin;
set local role gamekeeper;
do $$
begin
  if (select array_agg(a.attname::text order by a.attnum) from pg_attribute as a where a.attrelid = 'slots.act_result'::regclass)
      <> array['state', 'result', 'reward', 'balance', 'event_id', 'event_index', 'nonce'] then
    raise exception 'slots.act_result has other fields';
  end if;
end
$$;
rollback;
