-- Verify gamekeeper:xp/books/ledger_totals on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.ledger_totals(bigint[])', '(user_ids bigint[] DEFAULT NULL::bigint[]) returns TABLE(user_id bigint, current_balance bigint, lifetime_xp bigint, seasonal_xp bigint, season_id text)');
select pg_temp.has_function_nature('xp.ledger_totals(bigint[])', 'plpgsql, stable, parallel safe, plan_cache_mode=force_custom_plan');
select pg_temp.has_function_grants('xp.ledger_totals(bigint[])', 'nobody');
rollback;
