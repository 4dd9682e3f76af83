-- Deploy gamekeeper:core/upkeep/health_checks to pg
-- requires: core/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table core.health_checks (
  name text primary key,
  function text not null,
  meaning text not null
);
comment on table core.health_checks is
  'What core.health() asks, one row each; a system registers its own.';
comment on column core.health_checks.name is 'system.check [none]';
comment on column core.health_checks.function is 'Signature without arguments, such as core.health_upkeep(), of a function that returns one row (ok boolean, detail text, action text). [none]';
comment on column core.health_checks.meaning is 'What it checks. [none]';
alter table core.health_checks enable row level security;
commit;
