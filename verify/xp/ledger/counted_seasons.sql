-- Verify gamekeeper:xp/ledger/counted_seasons on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.counted_seasons(bigint,text,bigint,text[],bigint[])', '(amount bigint, main_id text, corrected_main bigint, side_ids text[], corrected_sides bigint[]) returns TABLE(season_id text, xp bigint)');
select pg_temp.has_function_nature('xp.counted_seasons(bigint,text,bigint,text[],bigint[])', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('xp.counted_seasons(bigint,text,bigint,text[],bigint[])', 'nobody');
rollback;
