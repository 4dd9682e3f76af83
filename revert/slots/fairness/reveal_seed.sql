-- Revert gamekeeper:slots/fairness/reveal_seed from pg
begin;
set local role gamekeeper;
drop function slots.reveal_seed(slots.sessions);
commit;
