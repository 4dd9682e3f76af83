-- Verify gamekeeper:core/shards/slot_moves on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('core.slot_moves', 'table, row level security');
select pg_temp.has_column('core.slot_moves', 'slot', 'integer NOT NULL');
select pg_temp.has_column('core.slot_moves', 'target', 'text NOT NULL');
select pg_temp.has_column('core.slot_moves', 'version', 'integer');
select pg_temp.has_column('core.slot_moves', 'step', 'text NOT NULL DEFAULT ''copying''::text');
select pg_temp.has_column('core.slot_moves', 'started_at', 'timestamp with time zone NOT NULL DEFAULT core.now_utc()');
select pg_temp.has_constraint('core.slot_moves', 'slot_moves_pkey', 'PRIMARY KEY (slot)');
select pg_temp.has_constraint('core.slot_moves', 'slot_moves_slot_fkey', 'FOREIGN KEY (slot) REFERENCES core.slots(slot)');
select pg_temp.has_constraint('core.slot_moves', 'slot_moves_step', 'CHECK ((step = ANY (ARRAY[''copying''::text, ''switching''::text, ''counting''::text])))');
select pg_temp.has_constraint('core.slot_moves', 'slot_moves_version_when_switching', 'CHECK (((version IS NULL) = (step = ''copying''::text)))');
select pg_temp.has_relation_grants('core.slot_moves', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('core.slot_moves', 'anon', 'nothing');
select pg_temp.has_relation_grants('core.slot_moves', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('core.slot_moves', 'service_role', 'nothing');
rollback;
