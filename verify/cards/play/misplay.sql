-- Verify gamekeeper:cards/play/misplay on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.misplay(cards.game_states,integer,text,text)', '(game cards.game_states, seat integer, action text, reason text) returns cards.move_result');
select pg_temp.has_function_nature('cards.misplay(cards.game_states,integer,text,text)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.misplay(cards.game_states,integer,text,text)', 'nobody');
rollback;
