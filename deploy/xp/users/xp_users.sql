-- Deploy gamekeeper:xp/users/xp_users to pg
-- requires: xp/days/timezones core/keys/now_utc core/records/touch core/records/audit core/callers/is_service auth/uid
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Ids are compared as bytes: a language's order would make each look-up slower and mean nothing.
create table xp.xp_users (
  user_id bigint primary key constraint xp_users_user_id_chk check (user_id between 0 and 9007199254740991),
  external_user_id text collate "C" not null constraint xp_users_external_user_id_uidx unique
    constraint xp_users_external_user_id_chk check (external_user_id <> '' and length(external_user_id) <= 200),
  reward_tz text not null references xp.timezones (name),
  segment_key text constraint xp_users_segment_key_chk check (segment_key <> '' and length(segment_key) <= 100),
  created_at timestamptz not null default core.now_utc(),
  updated_at timestamptz not null default core.now_utc(),
  previous_tz text references xp.timezones (name),
  tz_changed_at timestamptz,
  tz_lift_reason text constraint xp_users_tz_lift_reason_chk check (tz_lift_reason <> '' and length(tz_lift_reason) <= 100),
  constraint xp_users_tz_change_chk check ((previous_tz is null) = (tz_changed_at is null))
);
comment on table xp.xp_users is
  'Players with an xp account. A small shared table that the others refer to.';
comment on column xp.xp_users.user_id is
  'Key of the account, and shard key of every table that grows with play: xp.new_user_id of the external id. Below 2^53, '
  'so that JavaScript reads it whole.';
comment on column xp.xp_users.external_user_id is 'The platform''s id of the user: auth.uid() as text for users who sign in. [opaque]';
comment on column xp.xp_users.reward_tz is 'IANA zone of the reward day, as last chosen; in force from the first boundary after tz_changed_at. [none]';
comment on column xp.xp_users.segment_key is 'Cohort that a policy''s segmentOverrides look at; null: none. [opaque]';
comment on column xp.xp_users.created_at is 'Instant of the registration.';
comment on column xp.xp_users.updated_at is 'Instant of the last change of the row.';
comment on column xp.xp_users.previous_tz is 'Zone before the last change; null: never changed. [none]';
comment on column xp.xp_users.tz_changed_at is 'Instant at which the last change of zone was asked for; null: never.';
comment on column xp.xp_users.tz_lift_reason is 'Why the service lets the next change come sooner, as a code; the change takes it away. Null: the wait holds. [none]';
create index xp_users_reward_tz_idx on xp.xp_users (reward_tz);
create index xp_users_previous_tz_idx on xp.xp_users (previous_tz);
-- A slot that moves is found by it, and whether one was left behind.
create index xp_users_slot_idx on xp.xp_users ((user_id % 1024));
alter table xp.xp_users enable row level security;
grant select on xp.xp_users to authenticated, service_role;
create policy own_row on xp.xp_users for select to authenticated using (external_user_id = (select auth.uid())::text);
comment on policy own_row on xp.xp_users is 'A user sees their own account.';
create policy service_reads on xp.xp_users for select to service_role using (true);
comment on policy service_reads on xp.xp_users is 'The service sees every account.';
create trigger touch before update on xp.xp_users for each row execute function core.touch();
create trigger audit_insert after insert on xp.xp_users for each row when (core.is_service()) execute function core.audit();
comment on trigger audit_insert on xp.xp_users is 'Accounts that the service opens; people open their own.';
create trigger audit_update after update on xp.xp_users for each row
  when (old.segment_key is distinct from new.segment_key or new.tz_lift_reason is distinct from old.tz_lift_reason)
  execute function core.audit();
comment on trigger audit_update on xp.xp_users is 'What the service changes: segments, and waits that it lifts (until they are used).';
commit;
