-- Verify gamekeeper:cards/errors on pg
begin;
\ir ../helpers.psql
select pg_temp.has_row('core.errors', '{"code": "CANNOT_LEAD_TRUMP", "sqlstate": "KG203", "http_status": 409}');
select pg_temp.has_row('core.errors', '{"code": "CARD_NOT_IN_HAND", "sqlstate": "KG204", "http_status": 409}');
select pg_temp.has_row('core.errors', '{"code": "GAME_FULL", "sqlstate": "KG212", "http_status": 409}');
select pg_temp.has_row('core.errors', '{"code": "INVALID_BID", "sqlstate": "KG205", "http_status": 409}');
select pg_temp.has_row('core.errors', '{"code": "MUST_FOLLOW_SUIT", "sqlstate": "KG202", "http_status": 409}');
select pg_temp.has_row('core.errors', '{"code": "NOT_PLAYERS_TURN", "sqlstate": "KG201", "http_status": 409}');
select pg_temp.has_row('core.errors', '{"code": "PROFILE_NEEDED", "sqlstate": "KG214", "http_status": 409}');
select pg_temp.has_row('core.errors', '{"code": "REPLAY_ERROR", "sqlstate": "KG210", "http_status": 422}');
select pg_temp.has_row('core.errors', '{"code": "ROUND_NOT_READY", "sqlstate": "KG206", "http_status": 409}');
select pg_temp.has_row('core.errors', '{"code": "TOO_MANY_ROOMS", "sqlstate": "KG213", "http_status": 409}');
select pg_temp.has_row('core.errors', '{"code": "VERSION_CONFLICT", "sqlstate": "KG211", "http_status": 409}');
rollback;
