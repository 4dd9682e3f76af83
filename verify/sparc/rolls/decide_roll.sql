-- Verify gamekeeper:sparc/rolls/decide_roll on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.decide_roll(sparc.declared_rolls,boolean,text)', '(asked sparc.declared_rolls, at_once boolean, idempotency_key text) returns sparc.declared_rolls');
select pg_temp.has_function_nature('sparc.decide_roll(sparc.declared_rolls,boolean,text)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('sparc.decide_roll(sparc.declared_rolls,boolean,text)', 'nobody');
rollback;
