-- Verify gamekeeper:sparc/archive/archived_dice_secrets on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('sparc.archived_dice_secrets', 'table, row level security');
select pg_temp.has_column('sparc.archived_dice_secrets', 'session_id', 'uuid NOT NULL');
select pg_temp.has_column('sparc.archived_dice_secrets', 'secret_number', 'integer NOT NULL');
select pg_temp.has_column('sparc.archived_dice_secrets', 'from_number', 'bigint NOT NULL');
select pg_temp.has_column('sparc.archived_dice_secrets', 'secret', 'bytea NOT NULL');
select pg_temp.has_column('sparc.archived_dice_secrets', 'secret_hash', 'text NOT NULL');
select pg_temp.has_column('sparc.archived_dice_secrets', 'inner_block', 'bytea NOT NULL');
select pg_temp.has_column('sparc.archived_dice_secrets', 'outer_block', 'bytea NOT NULL');
select pg_temp.has_column('sparc.archived_dice_secrets', 'revealed_in', 'xid8');
select pg_temp.has_column('sparc.archived_dice_secrets', 'created_at', 'timestamp with time zone NOT NULL');
select pg_temp.has_constraint('sparc.archived_dice_secrets', 'archived_dice_secrets_pkey', 'PRIMARY KEY (session_id, secret_number)');
select pg_temp.has_constraint('sparc.archived_dice_secrets', 'archived_dice_secrets_session_id_fkey', 'FOREIGN KEY (session_id) REFERENCES sparc.archived_sessions(id) ON DELETE CASCADE');
select pg_temp.has_relation_grants('sparc.archived_dice_secrets', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('sparc.archived_dice_secrets', 'anon', 'nothing');
select pg_temp.has_relation_grants('sparc.archived_dice_secrets', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('sparc.archived_dice_secrets', 'service_role', 'nothing');
rollback;
