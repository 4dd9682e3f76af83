-- Verify gamekeeper:cards/writing/note_departure on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.note_departure(uuid,uuid,boolean,boolean)', '(game_id uuid, player_id uuid, is_kicked boolean, is_banned boolean) returns void');
select pg_temp.has_function_nature('cards.note_departure(uuid,uuid,boolean,boolean)', 'sql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.note_departure(uuid,uuid,boolean,boolean)', 'nobody');
rollback;
