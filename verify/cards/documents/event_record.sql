-- Verify gamekeeper:cards/documents/event_record on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('cards.event_record', 'composite');
select pg_temp.has_column('cards.event_record', 'event_index', 'integer');
select pg_temp.has_column('cards.event_record', 'type', 'text');
select pg_temp.has_column('cards.event_record', 'payload', 'jsonb');
select pg_temp.has_column('cards.event_record', 'created_at', 'timestamp with time zone');
rollback;
