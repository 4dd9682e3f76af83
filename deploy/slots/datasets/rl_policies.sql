-- Deploy gamekeeper:slots/datasets/rl_policies to pg
-- requires: core/records/audit core/records/guard_history slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table slots.rl_policy_names (
  name text primary key,
  versions integer not null
);
comment on table slots.rl_policy_names is 'Names of policies, each with how many versions it has. Not granted to clients.';
comment on column slots.rl_policy_names.name is 'The name without a version. [none]';
comment on column slots.rl_policy_names.versions is 'How many versions there are; the next one has this number. Its row is what whoever makes a version locks.';
alter table slots.rl_policy_names enable row level security;
create table slots.rl_policies (
  policy text primary key,
  name text not null references slots.rl_policy_names,
  version integer not null,
  actions jsonb not null,
  created_at timestamptz not null,
  created_by uuid,
  constraint rl_policies_name_version_key unique (name, version)
);
comment on table slots.rl_policies is
  'Policies by name, made by slots.rl_create_policy and never changed: what to evaluate, and to play by. slots.list_rl_policies lists '
  'them. Not granted to clients.';
comment on column slots.rl_policies.policy is 'name@N, as rl_store.policy names who chose an action. [none]';
comment on column slots.rl_policies.name is 'The name without a version. [none]';
comment on column slots.rl_policies.version is 'N, from 0.';
comment on column slots.rl_policies.actions is '{state: {action: probability}}, actions named as slots.rl_action_name does. [none]';
comment on column slots.rl_policies.created_at is 'Instant of its making.';
comment on column slots.rl_policies.created_by is 'The operator who made it; null where the service did.';
alter table slots.rl_policies enable row level security;
create trigger guard_history_update before update on slots.rl_policies for each row execute function core.guard_history();
create trigger guard_history_delete before delete on slots.rl_policies for each row execute function core.guard_history();
create trigger guard_history_truncate before truncate on slots.rl_policies for each statement execute function core.guard_history();
create trigger audit after insert on slots.rl_policies for each row execute function core.audit();
commit;
