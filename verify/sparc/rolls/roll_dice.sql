-- Verify gamekeeper:sparc/rolls/roll_dice on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.roll_dice(uuid,uuid,sparc.attribute,integer,sparc.roll_type,jsonb,text,uuid,boolean,text)', '(session_id uuid, character_id uuid, attribute sparc.attribute, difficulty integer, roll_type sparc.roll_type DEFAULT ''attribute_check''::sparc.roll_type, modifiers jsonb DEFAULT ''[]''::jsonb, description text DEFAULT NULL::text, creature_id uuid DEFAULT NULL::uuid, is_hidden boolean DEFAULT false, idempotency_key text DEFAULT NULL::text) returns sparc.dice_rolls');
select pg_temp.has_function_nature('sparc.roll_dice(uuid,uuid,sparc.attribute,integer,sparc.roll_type,jsonb,text,uuid,boolean,text)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.roll_dice(uuid,uuid,sparc.attribute,integer,sparc.roll_type,jsonb,text,uuid,boolean,text)', 'authenticated, service_role');
rollback;
