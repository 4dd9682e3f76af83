-- Verify gamekeeper:slots/play/player_action on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('slots.player_action', 'composite');
select pg_temp.has_column('slots.player_action', 'type', 'text');
select pg_temp.has_column('slots.player_action', 'amount', 'numeric');
select pg_temp.has_column('slots.player_action', 'next_amount', 'numeric');
select pg_temp.has_column('slots.player_action', 'document', 'jsonb');
rollback;
