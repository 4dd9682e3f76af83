-- Verify gamekeeper:sparc/characters/character_class on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('sparc.character_class', 'enum warrior, rogue, wizard, cleric, paladin, ranger, necromancer');
rollback;
