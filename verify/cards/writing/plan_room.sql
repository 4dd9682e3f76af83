-- Verify gamekeeper:cards/writing/plan_room on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.plan_room(cards.game_states)', '(game cards.game_states) returns cards.room_plan');
select pg_temp.has_function_nature('cards.plan_room(cards.game_states)', 'sql, stable, parallel safe');
select pg_temp.has_function_grants('cards.plan_room(cards.game_states)', 'nobody');
select pg_temp.has_type('cards.room_plan', 'composite');
select pg_temp.has_column('cards.room_plan', 'action', 'text');
select pg_temp.has_column('cards.room_plan', 'at', 'timestamp with time zone');
rollback;
