-- Verify gamekeeper:sparc/seats/session_listing on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('sparc.session_listing', 'composite');
select pg_temp.has_column('sparc.session_listing', 'id', 'uuid');
select pg_temp.has_column('sparc.session_listing', 'code', 'character(6)');
select pg_temp.has_column('sparc.session_listing', 'status', 'sparc.session_status');
select pg_temp.has_column('sparc.session_listing', 'is_public', 'boolean');
select pg_temp.has_column('sparc.session_listing', 'seer_id', 'uuid');
select pg_temp.has_column('sparc.session_listing', 'seer_name', 'text');
select pg_temp.has_column('sparc.session_listing', 'adventure_id', 'uuid');
select pg_temp.has_column('sparc.session_listing', 'adventure_name', 'text');
select pg_temp.has_column('sparc.session_listing', 'thumbnail_url', 'text');
select pg_temp.has_column('sparc.session_listing', 'difficulty', 'sparc.difficulty_level');
select pg_temp.has_column('sparc.session_listing', 'looking_for', 'text');
select pg_temp.has_column('sparc.session_listing', 'scheduled_start', 'timestamp with time zone');
select pg_temp.has_column('sparc.session_listing', 'allow_late_join', 'boolean');
select pg_temp.has_column('sparc.session_listing', 'player_count', 'integer');
select pg_temp.has_column('sparc.session_listing', 'max_players', 'integer');
select pg_temp.has_column('sparc.session_listing', 'open_slots', 'integer');
select pg_temp.has_column('sparc.session_listing', 'created_at', 'timestamp with time zone');
rollback;
