-- Verify gamekeeper:cards/play/move_result on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('cards.move_result', 'composite');
select pg_temp.has_column('cards.move_result', 'accepted', 'boolean');
select pg_temp.has_column('cards.move_result', 'error', 'text');
select pg_temp.has_column('cards.move_result', 'event_index', 'integer');
rollback;
