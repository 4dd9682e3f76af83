-- Deploy gamekeeper:xp/policies/xp_rules to pg
-- requires: xp/policies/is_valid_definition xp/policies/compile_policy core/records/audit core/records/touch core/callers/is_operator core/shards/guard_definitions core/shards/definitions
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table xp.xp_rules (
  policy_key text not null constraint xp_rules_policy_key_chk check (policy_key not in ('', 'GRANT') and length(policy_key) <= 100),
  version integer not null constraint xp_rules_version_chk check (version > 0),
  is_active boolean not null default false,
  definition jsonb not null constraint xp_rules_definition_chk check (xp.is_valid_definition(definition)),
  created_by text not null,
  created_at timestamptz not null default core.now_utc(),
  updated_at timestamptz not null default core.now_utc(),
  activated_at timestamptz,
  terms xp.policy_terms generated always as (xp.compile_policy(definition)) stored,
  primary key (policy_key, version),
  constraint xp_rules_activated_chk check (activated_at is not null or not is_active)
);
-- Claims read the terms; compressed, they would be unpacked each time.
alter table xp.xp_rules alter column definition set storage external, alter column terms set storage external;
comment on table xp.xp_rules is
  'Versions of policies. A draft becomes immutable when it is activated, or named by an activated version''s segmentOverrides; a change is a new version. At most one version of a key is active.';
comment on column xp.xp_rules.policy_key is 'Name of the policy; GRANT is kept for ledger entries without one. [none]';
comment on column xp.xp_rules.version is 'Counts from 1 within the key.';
comment on column xp.xp_rules.is_active is 'Whether claims use this version.';
comment on column xp.xp_rules.definition is 'The policy; xp.validate_definition says what is wrong with one, docs/xp.md how to write one. [none]';
comment on column xp.xp_rules.created_by is 'auth.uid() of the operator, or service_role. [none]';
comment on column xp.xp_rules.created_at is 'Instant at which the version was stored.';
comment on column xp.xp_rules.updated_at is 'Instant of the last change of the row: it is switched on and off.';
comment on column xp.xp_rules.activated_at is 'Instant of the first activation, from which the version is immutable; null: a draft.';
comment on column xp.xp_rules.terms is 'The definition as claims read it. [none]';
create unique index xp_rules_active_uidx on xp.xp_rules (policy_key) where is_active;
alter table xp.xp_rules enable row level security;
grant select on xp.xp_rules to authenticated, service_role;
create policy operators_read on xp.xp_rules for select to authenticated, service_role using ((select core.is_operator()));
comment on policy operators_read on xp.xp_rules is 'Operators and the service see the policies; players see what follows from them.';
create trigger touch before update on xp.xp_rules for each row execute function core.touch();
create trigger audit after insert or update or delete on xp.xp_rules for each row execute function core.audit('terms');
create trigger guard_definitions before insert or update or delete on xp.xp_rules for each statement execute function core.guard_definitions();
insert into core.definitions (table_name) values ('xp.xp_rules');
commit;
