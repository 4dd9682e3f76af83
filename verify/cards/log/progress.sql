-- Verify gamekeeper:cards/log/progress on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('cards.progress', 'composite');
select pg_temp.has_column('cards.progress', 'state', 'cards.table_state');
select pg_temp.has_column('cards.progress', 'events', 'cards.game_events[]');
select pg_temp.has_column('cards.progress', 'snapshots', 'cards.table_state[]');
select pg_temp.has_column('cards.progress', 'is_due', 'boolean');
rollback;
