-- Verify gamekeeper:cards/players/leaders_part on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('cards.leader_record', 'composite');
select pg_temp.has_column('cards.leader_record', 'rank', 'bigint');
select pg_temp.has_column('cards.leader_record', 'player_id', 'uuid');
select pg_temp.has_column('cards.leader_record', 'display_name', 'text');
select pg_temp.has_column('cards.leader_record', 'avatar_seed', 'text');
select pg_temp.has_column('cards.leader_record', 'color', 'text');
select pg_temp.has_column('cards.leader_record', 'games_played', 'integer');
select pg_temp.has_column('cards.leader_record', 'games_won', 'integer');
select pg_temp.has_column('cards.leader_record', 'total_points', 'integer');
select pg_temp.has_column('cards.leader_record', 'highest_score', 'integer');
select pg_temp.has_function('cards.leaders_part(integer,integer)', '(map_version integer, page_size integer) returns SETOF cards.leader_record');
select pg_temp.has_function_nature('cards.leaders_part(integer,integer)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('cards.leaders_part(integer,integer)', 'nobody');
rollback;
