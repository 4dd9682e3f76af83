-- Deploy gamekeeper:core/records/request_keys to pg
-- requires: core/records/settings core/keys/wall_clock
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- No answer is copied here: it is read again from what was made, so that it may show what happened since, and nothing
-- personal is kept twice.
create table core.request_keys (
  caller text,
  function text,
  key text constraint request_keys_key_length check (length(key) between 1 and 200),
  arguments_hash bytea not null,
  made_id text not null,
  created_at timestamptz not null default core.wall_clock(),
  primary key (caller, function, key)
);
comment on table core.request_keys is
  'The idempotency keys of commands that make something, written by core.note_request only. Kept for core.request_key_days.';
comment on column core.request_keys.caller is 'Id of the calling user, or service. [none]';
comment on column core.request_keys.function is 'The command, as schema.name. [none]';
comment on column core.request_keys.key is 'The key that the caller gave. [opaque]';
comment on column core.request_keys.arguments_hash is 'SHA-256 of the arguments as JSON, to tell a repeated request from another one; whoever knows the arguments knows it. [personal]';
comment on column core.request_keys.made_id is 'Id of what the command made, from which its answer is read again. [none]';
comment on column core.request_keys.created_at is 'Instant of the first request.';
create index request_keys_created_at_idx on core.request_keys (created_at);
alter table core.request_keys enable row level security;

insert into core.settings (name, type, minimum, maximum, default_value, value, changed_by, meaning) values
  ('core.request_key_days', 'integer', 1, 3650, '30', '30', 'service', 'For how many days an idempotency key in core.request_keys answers a repeated request; later it is a new one.');
commit;
