-- Deploy gamekeeper:sparc/dice/roll_policies to pg
-- requires: sparc/dice/may_see_hidden_roll sparc/sessions/left_session_ids sparc/sessions/left_session_at
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- In a change of their own, because both tables need the rule of hidden rolls, which reads one of them.
create policy "Dice rolls visible to session participants" on sparc.dice_rolls for select
using (
  session_id = any (array(select sparc.my_session_ids()))
  and (session_id <> all (array(select sparc.left_session_ids())) or created_at <= sparc.left_session_at(session_id))
  and (not is_hidden or sparc.may_see_hidden_roll(id))
);
comment on policy "Dice rolls visible to session participants" on sparc.dice_rolls is
  'The Seer and the players, except the kicked, and who left up to their leaving; a hidden roll its roller and the Seer only, until it is revealed.';
create policy "Declared rolls visible to session participants" on sparc.declared_rolls for select
using (
  session_id = any (array(select sparc.my_session_ids()))
  and (session_id <> all (array(select sparc.left_session_ids())) or declared_at <= sparc.left_session_at(session_id))
  and (not is_hidden or sparc.may_see_hidden_roll(id))
);
comment on policy "Declared rolls visible to session participants" on sparc.declared_rolls is
  'As the rolls that come of them.';
commit;
