-- Verify gamekeeper:core/people/settings on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_row('core.settings', '{"name": "core.account_return_days"}');
rollback;
