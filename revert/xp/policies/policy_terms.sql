-- Revert gamekeeper:xp/policies/policy_terms from pg
begin;
set local role gamekeeper;
drop type xp.policy_terms;
commit;
