-- Deploy gamekeeper:slots/wallets/tail_report to pg
-- requires: slots/wallets/wallets slots/wallets/wallet_entries core/callers/require_service core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A head names an entry by its hash, which depends on every entry before: where the hash is the same, the whole chain up
-- to there is. Nothing is locked, and the heads may be of different moments.
create function slots.tail_report(heads jsonb)
returns table (wallet_id uuid, entry_no bigint, verdict text, last_entry_no bigint)
language plpgsql
stable
security definer
set search_path = pg_temp
as $$
begin
  perform core.require_service();
  if jsonb_typeof(tail_report.heads) is distinct from 'array' or exists (
    select from jsonb_array_elements(tail_report.heads) as h
    where jsonb_typeof(h) <> 'object'
      or coalesce(h ->> 'walletId' !~ '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$', true)
      or coalesce(h ->> 'entryNo' !~ '^[1-9][0-9]{0,17}$', true)
      or coalesce(h ->> 'entryHash' !~ '^[0-9a-fA-F]{64}$', true)
  ) then
    perform core.raise('INVALID_INPUT', '{"field": "heads", "problem": "must be an array of {walletId, entryNo, entryHash}"}');
  end if;
  return query
  select
    h.wallet_id,
    h.entry_no,
    case
      when w.wallet_id is null then 'gone'
      when e.entry_hash = h.entry_hash then 'agree'
      when e.entry_hash is not null then 'forked'
      else 'lost a tail'
    end,
    w.last_entry_no
  from (
    select
      (a.head ->> 'walletId')::uuid as wallet_id,
      (a.head ->> 'entryNo')::bigint as entry_no,
      decode(a.head ->> 'entryHash', 'hex') as entry_hash,
      a.place
    from jsonb_array_elements(tail_report.heads) with ordinality as a (head, place)
  ) as h
  left join slots.wallets as w on w.wallet_id = h.wallet_id
  left join slots.wallet_entries as e on e.wallet_id = h.wallet_id and e.entry_no = h.entry_no
  order by h.place;
end
$$;
comment on function slots.tail_report(jsonb) is
  'For the service, after a restore: compares heads of wallets that were published outside, an array of '
  '{"walletId", "entryNo", "entryHash"} with the hash in hexadecimal, with what is here. agree: the chain up to there is the '
  'same; lost a tail: it ends before; forked: another entry stands there; gone: there is no such wallet. In the order of '
  'the heads. Raises: FORBIDDEN, INVALID_INPUT. [service]';
revoke all on function slots.tail_report(jsonb) from public;
grant execute on function slots.tail_report(jsonb) to service_role;
commit;
