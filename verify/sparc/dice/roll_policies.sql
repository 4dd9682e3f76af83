-- Verify gamekeeper:sparc/dice/roll_policies on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_policy('sparc.declared_rolls', 'Declared rolls visible to session participants', 'select to PUBLIC using');
select pg_temp.has_policy('sparc.dice_rolls', 'Dice rolls visible to session participants', 'select to PUBLIC using');
rollback;
