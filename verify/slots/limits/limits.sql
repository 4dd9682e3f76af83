-- Verify gamekeeper:slots/limits/limits on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('slots.limits', 'table, row level security');
select pg_temp.has_column('slots.limits', 'owner_id', 'uuid NOT NULL');
select pg_temp.has_column('slots.limits', 'currency', 'text NOT NULL');
select pg_temp.has_column('slots.limits', 'kind', 'text NOT NULL');
select pg_temp.has_column('slots.limits', 'period', 'text NOT NULL');
select pg_temp.has_column('slots.limits', 'amount', 'numeric(20,4)');
select pg_temp.has_column('slots.limits', 'next_amount', 'numeric(20,4)');
select pg_temp.has_column('slots.limits', 'asked_at', 'timestamp with time zone');
select pg_temp.has_column('slots.limits', 'changed_at', 'timestamp with time zone NOT NULL DEFAULT core.now_utc()');
select pg_temp.has_constraint('slots.limits', 'limits_pkey', 'PRIMARY KEY (owner_id, currency, kind, period)');
select pg_temp.has_constraint('slots.limits', 'limits_currency', 'CHECK ((currency ~ ''^([A-Z]{3}|[*])$''::text))');
select pg_temp.has_constraint('slots.limits', 'limits_kind', 'CHECK ((kind = ANY (ARRAY[''deposit''::text, ''loss''::text, ''stake''::text, ''time''::text])))');
select pg_temp.has_constraint('slots.limits', 'limits_period', 'CHECK ((period = ANY (ARRAY[''24h''::text, ''7d''::text, ''month''::text])))');
select pg_temp.has_constraint('slots.limits', 'limits_sound', 'CHECK ((((amount IS NULL) OR (amount >= (0)::numeric)) AND ((next_amount IS NULL) OR ((next_amount > amount) AND (asked_at IS NOT NULL))) AND ((asked_at IS NULL) OR (amount IS NOT NULL))))');
select pg_temp.has_policy('slots.limits', 'owner_reads', 'select to authenticated using');
select pg_temp.has_policy('slots.limits', 'service_reads', 'select to service_role using');
select pg_temp.has_relation_grants('slots.limits', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('slots.limits', 'anon', 'nothing');
select pg_temp.has_relation_grants('slots.limits', 'authenticated', 'select');
select pg_temp.has_relation_grants('slots.limits', 'service_role', 'select');
select pg_temp.has_trigger('slots.limits', 'audit', 'AFTER INSERT OR DELETE OR UPDATE FOR EACH ROW EXECUTE FUNCTION core.audit()');
select pg_temp.has_trigger('slots.limits', 'guard_history_delete', 'BEFORE DELETE FOR EACH ROW EXECUTE FUNCTION core.guard_history()');
select pg_temp.has_trigger('slots.limits', 'guard_history_truncate', 'BEFORE TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION core.guard_history()');
rollback;
