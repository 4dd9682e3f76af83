-- Verify gamekeeper:cards/settings on pg
begin;
\ir ../helpers.psql
select pg_temp.has_row('core.settings', '{"name": "cards.absent_after"}');
select pg_temp.has_row('core.settings', '{"name": "cards.bots_have_lifetime_stats"}');
select pg_temp.has_row('core.settings', '{"name": "cards.games_hosted_per_day"}');
select pg_temp.has_row('core.settings', '{"name": "cards.handed_result_days"}');
select pg_temp.has_row('core.settings', '{"name": "cards.lobby_calls_per_minute"}');
select pg_temp.has_row('core.settings', '{"name": "cards.lobby_timeout"}');
select pg_temp.has_row('core.settings', '{"name": "cards.max_misplays"}');
select pg_temp.has_row('core.settings', '{"name": "cards.max_open_rooms"}');
select pg_temp.has_row('core.settings', '{"name": "cards.max_spectators"}');
select pg_temp.has_row('core.settings', '{"name": "cards.private_room_timeout"}');
select pg_temp.has_row('core.settings', '{"name": "cards.public_room_timeout"}');
select pg_temp.has_row('core.settings', '{"name": "cards.room_size"}');
select pg_temp.has_row('core.settings', '{"name": "cards.room_wait"}');
select pg_temp.has_row('core.settings', '{"name": "cards.warning_seconds"}');
rollback;
