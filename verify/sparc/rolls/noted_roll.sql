-- Verify gamekeeper:sparc/rolls/noted_roll on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.noted_roll(text,text,jsonb,uuid)', '(function text, idempotency_key text, arguments jsonb, roll_id uuid) returns sparc.declared_rolls');
select pg_temp.has_function_nature('sparc.noted_roll(text,text,jsonb,uuid)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('sparc.noted_roll(text,text,jsonb,uuid)', 'nobody');
rollback;
