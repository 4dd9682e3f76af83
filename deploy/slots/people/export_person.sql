-- Deploy gamekeeper:slots/people/export_person to pg
-- requires: core/people/person_hooks core/people/export_page slots/wallets/wallets slots/wallets/wallet_entries slots/sessions/sessions slots/sessions/action_keys slots/sessions/gameplay_events slots/learning/rl_store slots/reports/metrics slots/fairness/revealed_seeds slots/limits/accounts slots/limits/limits slots/limits/exclusions
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Every condition names values of the primary key's first column, as an array, and sorting is the last resort: so a page is
-- read along the key from the last row on, however much there is before and behind it.
create function slots.export_person(person_id uuid, after jsonb, page_size integer)
returns table (table_name text, key jsonb, "row" jsonb)
language plpgsql
stable
set enable_sort = off
set enable_bitmapscan = off
as $$
declare
  _in_sessions constant text := 't.session_id = any (array(select s.session_id from slots.sessions as s where s.owner_id = any ($1)))';
  _in_wallets constant text := 't.wallet_id = any (array(select w.wallet_id from slots.wallets as w where w.owner_id = any ($1)))';
begin
  return query
    select p.*
    from core.export_page(
      export_person.person_id,
      array[
        array['slots.accounts', 't.owner_id = any ($1)'],
        array['slots.action_keys', _in_sessions],
        array['slots.exclusions', 't.owner_id = any ($1)'],
        array['slots.gameplay_events', _in_sessions],
        array['slots.limits', 't.owner_id = any ($1)'],
        array['slots.metrics', _in_sessions],
        array['slots.revealed_seeds', _in_sessions],
        array['slots.rl_store', _in_sessions],
        array['slots.sessions', _in_sessions],
        array['slots.wallet_entries', _in_wallets],
        array['slots.wallets', _in_wallets]
      ],
      export_person.after, export_person.page_size
    ) as p;
end
$$;
comment on function slots.export_person(uuid, jsonb, integer) is
  'Hook of an export: a page of all that is stored of a person''s accounts, limits, wallets and sessions, but for secrets. Raises: INVALID_INPUT. [helper]';
revoke all on function slots.export_person(uuid, jsonb, integer) from public;
insert into core.person_hooks (system, kind, function) values ('slots', 'export', 'slots.export_person(uuid, jsonb, integer)');
commit;
