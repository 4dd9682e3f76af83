-- Deploy gamekeeper:core/upkeep/health_prepared_transactions to pg
-- requires: core/upkeep/health_checks
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.health_prepared_transactions()
returns table (ok boolean, detail text, action text)
language sql
stable
set search_path = pg_temp
begin atomic
  select
    s.most = '0',
    format('max_prepared_transactions is %s', s.most)
      || case when s.most <> '0' then ': a client may prepare a transaction and so keep its locks for ever' else '' end,
    'Set max_prepared_transactions = 0 and restart the server; end what stands in pg_prepared_xacts with rollback prepared.'
  from (select current_setting('max_prepared_transactions') as most) as s;
end;
comment on function core.health_prepared_transactions() is
  'Whether nobody can prepare a transaction, whose locks would outlive the session. [helper]';
revoke all on function core.health_prepared_transactions() from public;

insert into core.health_checks (name, function, meaning) values
  ('core.prepared_transactions', 'core.health_prepared_transactions()', 'No client can park locks in a prepared transaction.');
commit;
