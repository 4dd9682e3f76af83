-- Deploy gamekeeper:core/records/settings to pg
-- requires: core/records/touch core/records/audit core/records/setting_problem core/shards/definitions
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table core.settings (
  name text primary key constraint settings_name_form check (name ~ '^[a-z]+\.[a-z][a-z0-9_]*$'),
  type text not null constraint settings_type check (type in ('boolean', 'integer', 'number', 'text')),
  minimum numeric,
  maximum numeric,
  default_value jsonb not null,
  value jsonb not null,
  changed_by text not null default 'operator' constraint settings_changed_by check (changed_by in ('operator', 'service')),
  meaning text not null,
  updated_at timestamptz not null default core.now_utc(),
  constraint settings_range check (minimum <= maximum),
  constraint settings_default_value_fits check (core.setting_problem(type, minimum, maximum, default_value) is null),
  constraint settings_value_fits check (core.setting_problem(type, minimum, maximum, value) is null)
);
comment on table core.settings is
  'Settings of the package, one row each, named system.setting; each system brings its own rows. Changed by core.set_setting, read by core.setting.';
comment on column core.settings.name is 'system.setting [none]';
comment on column core.settings.type is 'boolean, integer, number or text. [none]';
comment on column core.settings.minimum is 'The least value, of a text its least length; null: no bound.';
comment on column core.settings.maximum is 'The greatest value, of a text its greatest length; null: no bound.';
comment on column core.settings.default_value is 'The value that the package brings. [none]';
comment on column core.settings.value is 'Present value, of the type and in the range. [none]';
comment on column core.settings.changed_by is
  'Who may change it: operator (operators and the service), or service (the service and the deployer alone), as for everything that decides over chance or money. [none]';
comment on column core.settings.meaning is 'What the setting does, with its unit. [none]';
comment on column core.settings.updated_at is 'Instant of the last change.';
alter table core.settings enable row level security;
grant select on core.settings to authenticated, service_role;
create policy operators_read on core.settings for select to authenticated, service_role using ((select core.is_operator()));
comment on policy operators_read on core.settings is 'Operators and the service see the settings.';
create trigger touch before update on core.settings for each row execute function core.touch();
create trigger audit after insert or update or delete on core.settings for each row execute function core.audit();

insert into core.settings (name, type, default_value, value, changed_by, meaning) values
  ('core.clients_can_abort', 'boolean', 'true', 'true', 'service', 'Whether a client, or the gateway in front of it, can abort a transaction after it saw the result. Set it to false only where a backend runs all client transactions and commits whatever was returned: then everybody may see what chance decides in the transaction that fixed it.');
insert into core.definitions (table_name, compared) values ('core.settings', '{name,value}');
commit;
