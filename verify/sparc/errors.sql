-- Verify gamekeeper:sparc/errors on pg
begin;
\ir ../helpers.psql
select pg_temp.has_row('core.errors', '{"code": "ADVENTURE_INVALID", "sqlstate": "KG408", "http_status": 422}');
select pg_temp.has_row('core.errors', '{"code": "ALREADY_JOINED", "sqlstate": "KG404", "http_status": 409}');
select pg_temp.has_row('core.errors', '{"code": "CHARACTER_BUSY", "sqlstate": "KG403", "http_status": 409}');
select pg_temp.has_row('core.errors', '{"code": "CHARACTER_LIMIT", "sqlstate": "KG401", "http_status": 409}');
select pg_temp.has_row('core.errors', '{"code": "CHARACTER_PLAYS", "sqlstate": "KG419", "http_status": 409}');
select pg_temp.has_row('core.errors', '{"code": "CODE_EXHAUSTED", "sqlstate": "KG415", "http_status": 503}');
select pg_temp.has_row('core.errors', '{"code": "HEROIC_SAVE_EXPIRED", "sqlstate": "KG410", "http_status": 409}');
select pg_temp.has_row('core.errors', '{"code": "HEROIC_SAVE_NOT_FAILED", "sqlstate": "KG411", "http_status": 409}');
select pg_temp.has_row('core.errors', '{"code": "HEROIC_SAVE_USED", "sqlstate": "KG409", "http_status": 409}');
select pg_temp.has_row('core.errors', '{"code": "KICKED", "sqlstate": "KG407", "http_status": 403}');
select pg_temp.has_row('core.errors', '{"code": "NAME_LOCKED", "sqlstate": "KG416", "http_status": 409}');
select pg_temp.has_row('core.errors', '{"code": "NAME_TAKEN", "sqlstate": "KG413", "http_status": 409}');
select pg_temp.has_row('core.errors', '{"code": "NOT_A_PARTICIPANT", "sqlstate": "KG412", "http_status": 403}');
select pg_temp.has_row('core.errors', '{"code": "NO_PLAYERS", "sqlstate": "KG414", "http_status": 409}');
select pg_temp.has_row('core.errors', '{"code": "PROFILE_MISSING", "sqlstate": "KG418", "http_status": 409}');
select pg_temp.has_row('core.errors', '{"code": "SEER_CANNOT_LEAVE", "sqlstate": "KG406", "http_status": 409}');
select pg_temp.has_row('core.errors', '{"code": "SEER_CANNOT_PLAY", "sqlstate": "KG405", "http_status": 409}');
select pg_temp.has_row('core.errors', '{"code": "SESSION_FULL", "sqlstate": "KG402", "http_status": 409}');
select pg_temp.has_row('core.errors', '{"code": "UNCHANGEABLE", "sqlstate": "KG417", "http_status": 409}');
rollback;
