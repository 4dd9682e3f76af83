-- Verify gamekeeper:core/shards/slots on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('core.slots', 'table, row level security');
select pg_temp.has_column('core.slots', 'slot', 'integer NOT NULL');
select pg_temp.has_column('core.slots', 'state', 'text NOT NULL');
select pg_temp.has_constraint('core.slots', 'slots_pkey', 'PRIMARY KEY (slot)');
select pg_temp.has_constraint('core.slots', 'slots_slot_range', 'CHECK (((slot >= 0) AND (slot <= 1023)))');
select pg_temp.has_constraint('core.slots', 'slots_state', 'CHECK ((state = ANY (ARRAY[''here''::text, ''elsewhere''::text, ''moving''::text])))');
select pg_temp.has_relation_grants('core.slots', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('core.slots', 'anon', 'nothing');
select pg_temp.has_relation_grants('core.slots', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('core.slots', 'service_role', 'nothing');
rollback;
