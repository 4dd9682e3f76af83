-- Verify gamekeeper:sparc/dice/roll_dice on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.roll_dice(uuid,uuid,sparc.attribute,integer,sparc.roll_type,jsonb,text)', '(session_id uuid, character_id uuid, attribute sparc.attribute, difficulty integer, roll_type sparc.roll_type DEFAULT ''attribute_check''::sparc.roll_type, modifiers jsonb DEFAULT ''[]''::jsonb, description text DEFAULT NULL::text) returns sparc.dice_rolls');
select pg_temp.has_function_nature('sparc.roll_dice(uuid,uuid,sparc.attribute,integer,sparc.roll_type,jsonb,text)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.roll_dice(uuid,uuid,sparc.attribute,integer,sparc.roll_type,jsonb,text)', 'authenticated, service_role');
rollback;
