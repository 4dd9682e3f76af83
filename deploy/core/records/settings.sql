-- Deploy gamekeeper:core/records/settings to pg
-- requires: core/records/touch core/records/audit
begin;
set local role gamekeeper;
create table core.settings (
  name text primary key constraint settings_name_form check (name ~ '^[a-z]+\.[a-z][a-z0-9_]*$'),
  value jsonb not null,
  meaning text not null,
  updated_at timestamptz not null default core.now_utc()
);
comment on table core.settings is
  'Settings of the package, one row each, named system.setting; each system brings its own rows. Changed by core.set_setting, read by core.setting.';
comment on column core.settings.name is 'system.setting';
comment on column core.settings.value is 'Present value; its JSON type never changes.';
comment on column core.settings.meaning is 'What the setting does, with units and default.';
comment on column core.settings.updated_at is 'Instant of the last change.';
alter table core.settings enable row level security;
grant select on core.settings to authenticated, service_role;
create policy operators_read on core.settings for select to authenticated, service_role using ((select core.is_operator()));
comment on policy operators_read on core.settings is 'Operators and the service see the settings.';
create trigger touch before update on core.settings for each row execute function core.touch();
create trigger audit after insert or update or delete on core.settings for each row execute function core.audit();
commit;
