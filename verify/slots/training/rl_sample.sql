-- Verify gamekeeper:slots/training/rl_sample on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.rl_sample(integer,bigint,text,uuid,timestamp with time zone,text,integer,double precision,double precision,double precision,integer)', '(batch_size integer, seed bigint, strategy text DEFAULT ''uniform''::text, game_id uuid DEFAULT NULL::uuid, since timestamp with time zone DEFAULT NULL::timestamp with time zone, policy text DEFAULT NULL::text, n_step integer DEFAULT 1, gamma double precision DEFAULT 1, alpha double precision DEFAULT 0.6, beta double precision DEFAULT 0.4, slice_length integer DEFAULT 16) returns SETOF slots.sampled_experience');
select pg_temp.has_function_nature('slots.rl_sample(integer,bigint,text,uuid,timestamp with time zone,text,integer,double precision,double precision,double precision,integer)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.rl_sample(integer,bigint,text,uuid,timestamp with time zone,text,integer,double precision,double precision,double precision,integer)', 'service_role');
rollback;
