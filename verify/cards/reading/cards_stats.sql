-- Verify gamekeeper:cards/reading/cards_stats on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('cards.cards_stats', 'view');
select pg_temp.has_column('cards.cards_stats', 'games_in_lobby', 'bigint');
select pg_temp.has_column('cards.cards_stats', 'games_in_progress', 'bigint');
select pg_temp.has_column('cards.cards_stats', 'turns_overdue', 'bigint');
select pg_temp.has_column('cards.cards_stats', 'oldest_overdue_turn', 'timestamp with time zone');
select pg_temp.has_column('cards.cards_stats', 'open_rooms', 'bigint');
select pg_temp.has_column('cards.cards_stats', 'games_estimate', 'bigint');
select pg_temp.has_column('cards.cards_stats', 'events_estimate', 'bigint');
select pg_temp.has_column('cards.cards_stats', 'events_bytes', 'bigint');
select pg_temp.has_relation_grants('cards.cards_stats', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('cards.cards_stats', 'anon', 'nothing');
select pg_temp.has_relation_grants('cards.cards_stats', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('cards.cards_stats', 'service_role', 'select');
rollback;
