-- Verify gamekeeper:slots/errors on pg
begin;
\ir ../helpers.psql
select pg_temp.has_row('core.errors', '{"code": "BET_LIMIT_EXCEEDED", "sqlstate": "KG102", "http_status": 422}');
select pg_temp.has_row('core.errors', '{"code": "BET_PLACED", "sqlstate": "KG106", "http_status": 409}');
select pg_temp.has_row('core.errors', '{"code": "BET_REQUIRED", "sqlstate": "KG101", "http_status": 409}');
select pg_temp.has_row('core.errors', '{"code": "BET_UNDER_MINIMUM", "sqlstate": "KG113", "http_status": 422}');
select pg_temp.has_row('core.errors', '{"code": "ENTRY_REVERSED", "sqlstate": "KG114", "http_status": 409}');
select pg_temp.has_row('core.errors', '{"code": "EXCLUDED", "sqlstate": "KG112", "http_status": 403}');
select pg_temp.has_row('core.errors', '{"code": "GAME_RETIRED", "sqlstate": "KG107", "http_status": 409}');
select pg_temp.has_row('core.errors', '{"code": "INSUFFICIENT_FUNDS", "sqlstate": "KG103", "http_status": 402}');
select pg_temp.has_row('core.errors', '{"code": "LIMIT_COOLING_OFF", "sqlstate": "KG111", "http_status": 409}');
select pg_temp.has_row('core.errors', '{"code": "LIMIT_EXCEEDED", "sqlstate": "KG110", "http_status": 422}');
select pg_temp.has_row('core.errors', '{"code": "PLAY_SHUT", "sqlstate": "KG105", "http_status": 503}');
select pg_temp.has_row('core.errors', '{"code": "WALLET_CLOSED", "sqlstate": "KG109", "http_status": 409}');
select pg_temp.has_row('core.errors', '{"code": "WALLET_LIMIT_EXCEEDED", "sqlstate": "KG104", "http_status": 422}');
select pg_temp.has_row('core.errors', '{"code": "WALLET_NOT_EMPTY", "sqlstate": "KG108", "http_status": 409}');
rollback;
