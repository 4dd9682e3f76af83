-- Verify gamekeeper:cards/bots/bots on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_row('cards.players', '{"id": "00000000-0000-7000-8000-000000000000", "is_bot": true}');
select pg_temp.has_row('cards.players', '{"id": "00000000-0000-7000-8000-000000000001", "is_bot": true}');
select pg_temp.has_row('cards.players', '{"id": "00000000-0000-7000-8000-000000000002", "is_bot": true}');
select pg_temp.has_row('cards.players', '{"id": "00000000-0000-7000-8000-000000000003", "is_bot": true}');
select pg_temp.has_row('cards.players', '{"id": "00000000-0000-7000-8000-000000000004", "is_bot": true}');
select pg_temp.has_row('cards.players', '{"id": "00000000-0000-7000-8000-000000000005", "is_bot": true}');
select pg_temp.has_row('cards.players', '{"id": "00000000-0000-7000-8000-000000000006", "is_bot": true}');
select pg_temp.has_row('cards.players', '{"id": "00000000-0000-7000-8000-000000000007", "is_bot": true}');
select pg_temp.has_row('cards.players', '{"id": "00000000-0000-7000-8000-000000000008", "is_bot": true}');
select pg_temp.has_row('cards.players', '{"id": "00000000-0000-7000-8000-000000000009", "is_bot": true}');
rollback;
