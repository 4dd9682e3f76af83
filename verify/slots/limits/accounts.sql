-- Verify gamekeeper:slots/limits/accounts on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('slots.accounts', 'table, row level security, fillfactor=60');
select pg_temp.has_column('slots.accounts', 'owner_id', 'uuid NOT NULL');
select pg_temp.has_column('slots.accounts', 'currency', 'text NOT NULL');
select pg_temp.has_column('slots.accounts', 'deposited', 'numeric[] NOT NULL DEFAULT ''{0,0,0}''::numeric[]');
select pg_temp.has_column('slots.accounts', 'last_deposit_at', 'timestamp with time zone NOT NULL DEFAULT core.now_utc()');
select pg_temp.has_column('slots.accounts', 'staked', 'numeric[] NOT NULL DEFAULT ''{0,0,0}''::numeric[]');
select pg_temp.has_column('slots.accounts', 'lost', 'numeric[] NOT NULL DEFAULT ''{0,0,0}''::numeric[]');
select pg_temp.has_column('slots.accounts', 'last_bet_at', 'timestamp with time zone NOT NULL DEFAULT core.now_utc()');
select pg_temp.has_column('slots.accounts', 'played', 'numeric[] NOT NULL DEFAULT ''{0,0,0}''::numeric[]');
select pg_temp.has_column('slots.accounts', 'last_act_at', 'timestamp with time zone');
select pg_temp.has_column('slots.accounts', 'deposit_limits', 'numeric[] NOT NULL DEFAULT ''{}''::numeric[]');
select pg_temp.has_column('slots.accounts', 'stake_limits', 'numeric[] NOT NULL DEFAULT ''{}''::numeric[]');
select pg_temp.has_column('slots.accounts', 'loss_limits', 'numeric[] NOT NULL DEFAULT ''{}''::numeric[]');
select pg_temp.has_column('slots.accounts', 'time_limits', 'numeric[] NOT NULL DEFAULT ''{}''::numeric[]');
select pg_temp.has_column('slots.accounts', 'excluded_until', 'timestamp with time zone');
select pg_temp.has_constraint('slots.accounts', 'accounts_pkey', 'PRIMARY KEY (owner_id, currency)');
select pg_temp.has_constraint('slots.accounts', 'accounts_currency', 'CHECK ((currency ~ ''^([A-Z]{3}|[*])$''::text))');
select pg_temp.has_policy('slots.accounts', 'owner_reads', 'select to authenticated using');
select pg_temp.has_policy('slots.accounts', 'service_reads', 'select to service_role using');
select pg_temp.has_relation_grants('slots.accounts', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('slots.accounts', 'anon', 'nothing');
select pg_temp.has_relation_grants('slots.accounts', 'authenticated', 'select');
select pg_temp.has_relation_grants('slots.accounts', 'service_role', 'select');
select pg_temp.has_trigger('slots.accounts', 'guard_history_delete', 'BEFORE DELETE FOR EACH ROW EXECUTE FUNCTION core.guard_history()');
select pg_temp.has_trigger('slots.accounts', 'guard_history_truncate', 'BEFORE TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION core.guard_history()');
rollback;
