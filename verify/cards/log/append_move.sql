-- Verify gamekeeper:cards/log/append_move on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.append_move(uuid,cards.table_state,text,jsonb,timestamp with time zone)', '(game_id uuid, state cards.table_state, type text, payload jsonb, at timestamp with time zone) returns integer');
select pg_temp.has_function_nature('cards.append_move(uuid,cards.table_state,text,jsonb,timestamp with time zone)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.append_move(uuid,cards.table_state,text,jsonb,timestamp with time zone)', 'nobody');
rollback;
