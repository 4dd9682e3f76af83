-- Deploy gamekeeper:sparc/fairness/roll_verification to pg
-- requires: sparc/dice/roll_outcome
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type sparc.roll_verification as (
  roll_id uuid,
  roll_number bigint,
  secret_hash text,
  results integer[],
  expected_results integer[],
  animation_seed bigint,
  expected_animation_seed bigint,
  outcome sparc.roll_outcome,
  expected_outcome sparc.roll_outcome,
  is_valid boolean
);
comment on type sparc.roll_verification is
  'A roll beside what the revealed secret says it must be. is_valid: everything in the row follows from the secret and the '
  'declaration; null for a roll that was never thrown.';
commit;
