-- Verify gamekeeper:xp/ledger/grant_receipt on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('xp.grant_receipt', 'composite');
select pg_temp.has_column('xp.grant_receipt', 'ledger_id', 'bigint');
select pg_temp.has_column('xp.grant_receipt', 'user_id', 'bigint');
select pg_temp.has_column('xp.grant_receipt', 'amount', 'bigint');
select pg_temp.has_column('xp.grant_receipt', 'reason', 'text');
select pg_temp.has_column('xp.grant_receipt', 'correlation_id', 'uuid');
select pg_temp.has_column('xp.grant_receipt', 'policy_key', 'text');
select pg_temp.has_column('xp.grant_receipt', 'policy_version', 'integer');
select pg_temp.has_column('xp.grant_receipt', 'season_id', 'text');
select pg_temp.has_column('xp.grant_receipt', 'metadata', 'jsonb');
select pg_temp.has_column('xp.grant_receipt', 'created_at', 'timestamp with time zone');
select pg_temp.has_column('xp.grant_receipt', 'reward_day_id', 'text');
select pg_temp.has_column('xp.grant_receipt', 'is_claim', 'boolean');
select pg_temp.has_column('xp.grant_receipt', 'corrected_balance', 'bigint');
select pg_temp.has_column('xp.grant_receipt', 'corrected_lifetime', 'bigint');
select pg_temp.has_column('xp.grant_receipt', 'corrected_season', 'bigint');
select pg_temp.has_column('xp.grant_receipt', 'actor', 'text');
select pg_temp.has_column('xp.grant_receipt', 'side_seasons', 'text[]');
select pg_temp.has_column('xp.grant_receipt', 'corrected_sides', 'bigint[]');
select pg_temp.has_column('xp.grant_receipt', 'level_reached', 'integer');
rollback;
