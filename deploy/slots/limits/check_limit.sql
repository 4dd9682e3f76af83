-- Deploy gamekeeper:slots/limits/check_limit to pg
-- requires: core/errors/raise slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.check_limit(kind text, period text, currency text)
returns void
language plpgsql
stable
parallel safe
as $$
begin
  if check_limit.kind is null or check_limit.kind not in ('deposit', 'loss', 'stake', 'time') then
    perform core.raise('INVALID_INPUT', '{"field": "kind", "problem": "must be deposit, loss, stake or time"}');
  elsif check_limit.period is null or check_limit.period not in ('24h', '7d', 'month') then
    perform core.raise('INVALID_INPUT', '{"field": "period", "problem": "must be 24h, 7d or month"}');
  elsif check_limit.currency !~ '^[A-Z]{3}$' then
    perform core.raise('INVALID_INPUT', '{"field": "currency", "problem": "must be an ISO 4217 code, three capital letters"}');
  end if;
end
$$;
comment on function slots.check_limit(text, text, text) is
  'Refuses a kind, period or currency that no limit can have; a null currency stands for each. Raises: INVALID_INPUT. [helper]';
revoke all on function slots.check_limit(text, text, text) from public;
commit;
