-- Verify gamekeeper:slots/wallets/wallets on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('slots.wallets', 'table, row level security, fillfactor=60');
select pg_temp.has_column('slots.wallets', 'wallet_id', 'uuid NOT NULL DEFAULT core.uuid_v7()');
select pg_temp.has_column('slots.wallets', 'owner_id', 'uuid NOT NULL');
select pg_temp.has_column('slots.wallets', 'currency', 'text NOT NULL');
select pg_temp.has_column('slots.wallets', 'balance', 'numeric(20,4) NOT NULL DEFAULT 0');
select pg_temp.has_column('slots.wallets', 'daily_limit', 'numeric(20,4) NOT NULL');
select pg_temp.has_column('slots.wallets', 'cost_rate', 'jsonb NOT NULL DEFAULT ''{}''::jsonb');
select pg_temp.has_column('slots.wallets', 'spent_today', 'numeric(20,4) NOT NULL DEFAULT 0');
select pg_temp.has_column('slots.wallets', 'last_entry_no', 'bigint NOT NULL DEFAULT 0');
select pg_temp.has_column('slots.wallets', 'last_entry_at', 'timestamp with time zone NOT NULL DEFAULT core.now_utc()');
select pg_temp.has_column('slots.wallets', 'last_hash', 'bytea NOT NULL DEFAULT decode(repeat(''00''::text, 32), ''hex''::text)');
select pg_temp.has_column('slots.wallets', 'created_at', 'timestamp with time zone NOT NULL DEFAULT core.now_utc()');
select pg_temp.has_column('slots.wallets', 'updated_at', 'timestamp with time zone NOT NULL DEFAULT core.now_utc()');
select pg_temp.has_constraint('slots.wallets', 'wallets_pkey', 'PRIMARY KEY (wallet_id)');
select pg_temp.has_constraint('slots.wallets', 'wallets_sound', 'CHECK (((balance >= (0)::numeric) AND (daily_limit >= (0)::numeric) AND (spent_today >= (0)::numeric) AND (currency ~ ''^[A-Z]{3}$''::text)))');
select pg_temp.has_index('slots.wallets', 'wallets_owner_id_idx', 'btree (owner_id)');
select pg_temp.has_policy('slots.wallets', 'owner_reads', 'select to authenticated using');
select pg_temp.has_policy('slots.wallets', 'service_reads', 'select to service_role using');
select pg_temp.has_relation_grants('slots.wallets', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('slots.wallets', 'anon', 'nothing');
select pg_temp.has_relation_grants('slots.wallets', 'authenticated', 'select');
select pg_temp.has_relation_grants('slots.wallets', 'service_role', 'select');
select pg_temp.has_trigger('slots.wallets', 'guard_history_delete', 'BEFORE DELETE FOR EACH ROW EXECUTE FUNCTION core.guard_history()');
select pg_temp.has_trigger('slots.wallets', 'guard_history_truncate', 'BEFORE TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION core.guard_history()');
select pg_temp.has_trigger('slots.wallets', 'touch', 'BEFORE UPDATE FOR EACH ROW EXECUTE FUNCTION core.touch()');
rollback;
