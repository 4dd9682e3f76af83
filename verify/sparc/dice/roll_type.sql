-- Verify gamekeeper:sparc/dice/roll_type on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('sparc.roll_type', 'enum attribute_check, attack, defense, initiative, damage, healing, ability, heroic_save');
rollback;
