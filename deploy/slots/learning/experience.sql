-- Deploy gamekeeper:slots/learning/experience to pg
-- requires: slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type slots.experience as (
  obs jsonb,
  action jsonb,
  reward double precision,
  next_obs jsonb,
  terminated boolean,
  truncated boolean,
  info jsonb
);
comment on type slots.experience is 'One step in the Gymnasium step convention.';
comment on column slots.experience.obs is 'Observation before the action.';
comment on column slots.experience.action is 'The action.';
comment on column slots.experience.reward is 'Its reward.';
comment on column slots.experience.next_obs is 'Observation after the action.';
comment on column slots.experience.terminated is 'Whether it ended the episode (the session was completed).';
comment on column slots.experience.truncated is 'Always false: no time limit cuts an episode here.';
comment on column slots.experience.info is '{"session_id", "event_index"}: the episode and the step; also the cursor after this row.';
commit;
