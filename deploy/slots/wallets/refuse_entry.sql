-- Deploy gamekeeper:slots/wallets/refuse_entry to pg
-- requires: core/errors/raise slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.refuse_entry(balance numeric, spent_today numeric, daily_limit numeric, amount numeric, part text)
returns void
language plpgsql
stable
as $$
begin
  if refuse_entry.balance + refuse_entry.amount < 0 then
    perform core.raise('INSUFFICIENT_FUNDS', jsonb_strip_nulls(jsonb_build_object(
      'balance', refuse_entry.balance, 'missing', -(refuse_entry.balance + refuse_entry.amount), 'part', refuse_entry.part
    )));
  elsif refuse_entry.balance + refuse_entry.amount >= 1e16 then
    perform core.raise('INVALID_INPUT', '{"field": "amount", "problem": "the balance would pass 10^16"}');
  end if;
  perform core.raise('WALLET_LIMIT_EXCEEDED', jsonb_strip_nulls(jsonb_build_object(
    'dailyLimit', refuse_entry.daily_limit, 'spentToday', refuse_entry.spent_today, 'asked', -refuse_entry.amount, 'part', refuse_entry.part
  )));
end
$$;
comment on function slots.refuse_entry(numeric, numeric, numeric, numeric, text) is
  'Refuses an amount that does not fit a wallet of this balance, which spent so much today and may spend no more than its daily limit. part: which part of '
  'the call asks. Raises: INSUFFICIENT_FUNDS, INVALID_INPUT, WALLET_LIMIT_EXCEEDED. [helper]';
revoke all on function slots.refuse_entry(numeric, numeric, numeric, numeric, text) from public;
commit;
