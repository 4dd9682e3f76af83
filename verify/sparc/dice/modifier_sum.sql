-- Verify gamekeeper:sparc/dice/modifier_sum on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.modifier_sum(jsonb,text)', '(modifiers jsonb, modifier_type text) returns integer');
select pg_temp.has_function_nature('sparc.modifier_sum(jsonb,text)', 'plpgsql, immutable, parallel safe, strict');
select pg_temp.has_function_grants('sparc.modifier_sum(jsonb,text)', 'nobody');
rollback;
