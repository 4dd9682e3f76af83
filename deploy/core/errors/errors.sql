-- Deploy gamekeeper:core/errors/errors to pg
-- requires: core/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table core.errors (
  code text primary key constraint errors_code_form check (code ~ '^[A-Z][A-Z0-9_]*$'),
  sqlstate text not null unique constraint errors_sqlstate_form check (sqlstate ~ '^KG[0-9]{3}$'),
  http_status integer not null constraint errors_http_status_form check (http_status between 400 and 599),
  meaning text not null,
  hint text not null
);
comment on table core.errors is
  'The catalog of errors. core.raise(code) raises one; code and SQLSTATE never change, the prose may. KG0xx core, KG1xx slots, KG2xx cards, KG3xx xp, KG4xx sparc.';
comment on column core.errors.code is 'Stable name; the message begins with it. [none]';
comment on column core.errors.sqlstate is 'Stable SQLSTATE, class KG, one per code. [none]';
comment on column core.errors.http_status is 'The status that an HTTP layer should answer with.';
comment on column core.errors.meaning is 'What is wrong, in one sentence for people. [none]';
comment on column core.errors.hint is 'What to do about it; becomes HINT. [none]';
alter table core.errors enable row level security;
grant select on core.errors to anon, authenticated, service_role;
create policy readable_by_all on core.errors for select to anon, authenticated, service_role using (true);
comment on policy readable_by_all on core.errors is 'The catalog is part of the contract; it holds no data of anybody.';

insert into core.errors (code, sqlstate, http_status, meaning, hint) values
  ('INVALID_INPUT', 'KG001', 400, 'An argument is missing, of the wrong type or out of range.', 'DETAIL names the field and the problem; correct it and call again.'),
  ('UNAUTHENTICATED', 'KG002', 401, 'The call needs a signed-in user.', 'Set request.jwt.claims with the user''s id in sub (PostgREST and Supabase do).'),
  ('FORBIDDEN', 'KG003', 403, 'The caller may not do this.', 'Call it with the role that the function''s comment names.'),
  ('NOT_FOUND', 'KG004', 404, 'There is no such thing, or not for this caller.', 'Check the id and that the caller may see it.'),
  ('STATE_ERROR', 'KG005', 409, 'The present state does not allow this step.', 'Read the state first; DETAIL says what it was and what was asked.'),
  ('IDEMPOTENCY_CONFLICT', 'KG006', 409, 'This key was used before for another request.', 'Use a new key for a new request, and the same key only to retry the same one.'),
  ('RATE_LIMIT', 'KG007', 429, 'Too many calls in too short a time.', 'Wait as long as DETAIL says, then call again.'),
  ('APPEND_ONLY', 'KG008', 409, 'Rows of this table are never changed or removed.', 'Write a further row that corrects the earlier one.'),
  ('COMMIT_FIRST', 'KG009', 409, 'This transaction made a decision that the draw depends on, so it may not see the draw.', 'Commit the call that decided, then make this call in a transaction of its own.'),
  ('ACCOUNT_CLOSED', 'KG010', 403, 'This account is closed.', 'Where DETAIL has until, core.reopen_account() opens it again before that instant; an account that was erased or merged is gone.'),
  ('CANNOT_MERGE', 'KG011', 409, 'These two accounts can not become one.', 'DETAIL says what stands between them; end that first, then merge.'),
  ('QUOTA_EXCEEDED', 'KG012', 409, 'One person can not keep more of this.', 'Remove what is not needed any more; DETAIL names the setting and its value.'),
  ('WRONG_SHARD', 'KG013', 421, 'What the call is about lives on another server.', 'Read the map again with core.current_shard_map(), then call the shard of this slot; DETAIL has the slot and the version of the map here.'),
  ('RETRY_LATER', 'KG014', 503, 'This is not available for a moment.', 'Send the same call again in a second, with the same key.'),
  ('KEY_REQUIRED', 'KG015', 400, 'Through the router a call that makes something needs an idempotency key.', 'Give the argument that DETAIL names, and the same value when the call is sent again.');
commit;
