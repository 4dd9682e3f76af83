-- Verify gamekeeper:cards/lobby/ticket on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.make_ticket(uuid,uuid)', '(game_id uuid, player_id uuid) returns cards.ticket');
select pg_temp.has_function_nature('cards.make_ticket(uuid,uuid)', 'sql, stable, parallel safe');
select pg_temp.has_function_grants('cards.make_ticket(uuid,uuid)', 'nobody');
select pg_temp.has_type('cards.ticket', 'composite');
select pg_temp.has_column('cards.ticket', 'game_id', 'uuid');
select pg_temp.has_column('cards.ticket', 'join_code', 'text');
select pg_temp.has_column('cards.ticket', 'player_id', 'uuid');
select pg_temp.has_column('cards.ticket', 'seat_index', 'integer');
rollback;
