-- Revert gamekeeper:sparc/dice/roll_policies from pg
begin;
set local role gamekeeper;
drop policy "Declared rolls visible to session participants" on sparc.declared_rolls;
drop policy "Dice rolls visible to session participants" on sparc.dice_rolls;
commit;
