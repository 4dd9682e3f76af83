-- Verify gamekeeper:sparc/fairness/roll_verification on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('sparc.roll_verification', 'composite');
select pg_temp.has_column('sparc.roll_verification', 'roll_id', 'uuid');
select pg_temp.has_column('sparc.roll_verification', 'roll_number', 'bigint');
select pg_temp.has_column('sparc.roll_verification', 'secret_hash', 'text');
select pg_temp.has_column('sparc.roll_verification', 'results', 'integer[]');
select pg_temp.has_column('sparc.roll_verification', 'expected_results', 'integer[]');
select pg_temp.has_column('sparc.roll_verification', 'animation_seed', 'bigint');
select pg_temp.has_column('sparc.roll_verification', 'expected_animation_seed', 'bigint');
select pg_temp.has_column('sparc.roll_verification', 'outcome', 'sparc.roll_outcome');
select pg_temp.has_column('sparc.roll_verification', 'expected_outcome', 'sparc.roll_outcome');
select pg_temp.has_column('sparc.roll_verification', 'is_valid', 'boolean');
rollback;
