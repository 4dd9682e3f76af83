-- Verify gamekeeper:sparc/sessions/dice_secrets on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('sparc.dice_secrets', 'table, row level security');
select pg_temp.has_column('sparc.dice_secrets', 'session_id', 'uuid NOT NULL');
select pg_temp.has_column('sparc.dice_secrets', 'secret_number', 'integer NOT NULL');
select pg_temp.has_column('sparc.dice_secrets', 'from_number', 'bigint NOT NULL');
select pg_temp.has_column('sparc.dice_secrets', 'secret', 'bytea NOT NULL');
select pg_temp.has_column('sparc.dice_secrets', 'secret_hash', 'text NOT NULL GENERATED ALWAYS AS (encode(sha256(secret), ''hex''::text))');
select pg_temp.has_column('sparc.dice_secrets', 'inner_block', 'bytea NOT NULL GENERATED ALWAYS AS (core.hmac_pad(secret, 54))');
select pg_temp.has_column('sparc.dice_secrets', 'outer_block', 'bytea NOT NULL GENERATED ALWAYS AS (core.hmac_pad(secret, 92))');
select pg_temp.has_column('sparc.dice_secrets', 'revealed_in', 'xid8');
select pg_temp.has_column('sparc.dice_secrets', 'created_at', 'timestamp with time zone NOT NULL DEFAULT core.wall_clock()');
select pg_temp.has_constraint('sparc.dice_secrets', 'dice_secrets_pkey', 'PRIMARY KEY (session_id, secret_number)');
select pg_temp.has_constraint('sparc.dice_secrets', 'dice_secrets_session_id_fkey', 'FOREIGN KEY (session_id) REFERENCES sparc.sessions(id) ON DELETE CASCADE');
select pg_temp.has_constraint('sparc.dice_secrets', 'dice_secrets_from_number_check', 'CHECK ((from_number > 0))');
select pg_temp.has_constraint('sparc.dice_secrets', 'dice_secrets_secret_check', 'CHECK ((length(secret) = 32))');
select pg_temp.has_constraint('sparc.dice_secrets', 'dice_secrets_secret_number_check', 'CHECK ((secret_number > 0))');
select pg_temp.has_relation_grants('sparc.dice_secrets', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('sparc.dice_secrets', 'anon', 'nothing');
select pg_temp.has_relation_grants('sparc.dice_secrets', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('sparc.dice_secrets', 'service_role', 'nothing');
rollback;
