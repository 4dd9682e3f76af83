-- Deploy gamekeeper:core/errors/caught_error to pg
-- requires: core/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type core.caught_error as (
  code text,
  sqlstate text,
  message text,
  detail text
);
comment on type core.caught_error is 'What a handler caught, whichever form it was raised in: see core.caught.';
comment on column core.caught_error.code is 'The code of core.errors, such as NOT_FOUND; null for an error that is not of this package.';
comment on column core.caught_error.sqlstate is 'The SQLSTATE, such as KG004; never PGRST.';
comment on column core.caught_error.message is 'The message as core.raise words it, the code first.';
comment on column core.caught_error.detail is 'DETAIL, a JSON document for errors of this package.';
revoke usage on type core.caught_error from public;
commit;
