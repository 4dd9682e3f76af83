-- Verify gamekeeper:cards/documents/seat_document on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.seat_document(text[],integer[])', '(player_ids text[], amounts integer[]) returns jsonb');
select pg_temp.has_function_nature('cards.seat_document(text[],integer[])', 'plpgsql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.seat_document(text[],integer[])', 'nobody');
rollback;
