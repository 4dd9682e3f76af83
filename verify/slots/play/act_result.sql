-- Verify gamekeeper:slots/play/act_result on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('slots.act_result', 'composite');
select pg_temp.has_column('slots.act_result', 'state', 'slots.game_state');
select pg_temp.has_column('slots.act_result', 'result', 'jsonb');
select pg_temp.has_column('slots.act_result', 'reward', 'double precision');
select pg_temp.has_column('slots.act_result', 'balance', 'numeric(20,4)');
select pg_temp.has_column('slots.act_result', 'event_id', 'uuid');
select pg_temp.has_column('slots.act_result', 'event_index', 'bigint');
select pg_temp.has_column('slots.act_result', 'nonce', 'bigint');
rollback;
