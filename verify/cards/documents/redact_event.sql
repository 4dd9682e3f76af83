-- Verify gamekeeper:cards/documents/redact_event on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.redact_event(text,jsonb,text)', '(type text, payload jsonb, player_id text) returns jsonb');
select pg_temp.has_function_nature('cards.redact_event(text,jsonb,text)', 'plpgsql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.redact_event(text,jsonb,text)', 'nobody');
rollback;
