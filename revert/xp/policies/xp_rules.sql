-- Revert gamekeeper:xp/policies/xp_rules from pg
-- Destroys the rows of xp.xp_rules.
begin;
set local role gamekeeper;
delete from core.definitions where table_name = 'xp.xp_rules';
drop table xp.xp_rules;
commit;
