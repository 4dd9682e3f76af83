-- Verify gamekeeper:xp/errors on pg
begin;
\ir ../helpers.psql
select pg_temp.has_row('core.errors', '{"code": "ALREADY_REGISTERED", "sqlstate": "KG307", "http_status": 409}');
select pg_temp.has_row('core.errors', '{"code": "CLAIM_WINDOW_CLOSED", "sqlstate": "KG302", "http_status": 409}');
select pg_temp.has_row('core.errors', '{"code": "INSUFFICIENT_XP", "sqlstate": "KG304", "http_status": 409}');
select pg_temp.has_row('core.errors', '{"code": "NOT_REGISTERED", "sqlstate": "KG301", "http_status": 404}');
select pg_temp.has_row('core.errors', '{"code": "NO_XP", "sqlstate": "KG305", "http_status": 409}');
select pg_temp.has_row('core.errors', '{"code": "RULE_IMMUTABLE", "sqlstate": "KG306", "http_status": 409}');
select pg_temp.has_row('core.errors', '{"code": "SEASON_EXISTS", "sqlstate": "KG308", "http_status": 409}');
select pg_temp.has_row('core.errors', '{"code": "TIMEZONE_CHANGED_RECENTLY", "sqlstate": "KG303", "http_status": 409}');
rollback;
