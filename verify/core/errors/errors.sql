-- Verify gamekeeper:core/errors/errors on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('core.errors', 'table, row level security');
select pg_temp.has_column('core.errors', 'code', 'text NOT NULL');
select pg_temp.has_column('core.errors', 'sqlstate', 'text NOT NULL');
select pg_temp.has_column('core.errors', 'http_status', 'integer NOT NULL');
select pg_temp.has_column('core.errors', 'meaning', 'text NOT NULL');
select pg_temp.has_column('core.errors', 'hint', 'text NOT NULL');
select pg_temp.has_constraint('core.errors', 'errors_pkey', 'PRIMARY KEY (code)');
select pg_temp.has_constraint('core.errors', 'errors_sqlstate_key', 'UNIQUE (sqlstate)');
select pg_temp.has_constraint('core.errors', 'errors_code_form', 'CHECK ((code ~ ''^[A-Z][A-Z0-9_]*$''::text))');
select pg_temp.has_constraint('core.errors', 'errors_http_status_form', 'CHECK (((http_status >= 400) AND (http_status <= 599)))');
select pg_temp.has_constraint('core.errors', 'errors_sqlstate_form', 'CHECK ((sqlstate ~ ''^KG[0-9]{3}$''::text))');
select pg_temp.has_policy('core.errors', 'readable_by_all', 'select to anon, authenticated, service_role using');
select pg_temp.has_relation_grants('core.errors', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('core.errors', 'anon', 'select');
select pg_temp.has_relation_grants('core.errors', 'authenticated', 'select');
select pg_temp.has_relation_grants('core.errors', 'service_role', 'select');
select pg_temp.has_row('core.errors', '{"code": "APPEND_ONLY", "sqlstate": "KG008", "http_status": 409}');
select pg_temp.has_row('core.errors', '{"code": "COMMIT_FIRST", "sqlstate": "KG009", "http_status": 409}');
select pg_temp.has_row('core.errors', '{"code": "FORBIDDEN", "sqlstate": "KG003", "http_status": 403}');
select pg_temp.has_row('core.errors', '{"code": "IDEMPOTENCY_CONFLICT", "sqlstate": "KG006", "http_status": 409}');
select pg_temp.has_row('core.errors', '{"code": "INVALID_INPUT", "sqlstate": "KG001", "http_status": 400}');
select pg_temp.has_row('core.errors', '{"code": "NOT_FOUND", "sqlstate": "KG004", "http_status": 404}');
select pg_temp.has_row('core.errors', '{"code": "RATE_LIMIT", "sqlstate": "KG007", "http_status": 429}');
select pg_temp.has_row('core.errors', '{"code": "STATE_ERROR", "sqlstate": "KG005", "http_status": 409}');
select pg_temp.has_row('core.errors', '{"code": "UNAUTHENTICATED", "sqlstate": "KG002", "http_status": 401}');
rollback;
