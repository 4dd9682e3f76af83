-- Deploy gamekeeper:core/records/is_classified to pg
-- requires: core/records/request_keys
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- One column of ours tells for all: comments come with a restore or stay away from it together.
create function core.is_classified()
returns boolean
language sql
stable
set search_path = pg_temp
begin atomic
  select exists (
    select
    from pg_catalog.pg_description as d
    where d.objoid = 'core.request_keys'::regclass and d.classoid = 'pg_catalog.pg_class'::regclass and d.objsubid > 0
      and d.description ~ '\[personal\]$'
  );
end;
comment on function core.is_classified() is
  'Whether columns say at the end of their comments what they hold of a person, as they do not after a restore without comments. [helper]';
revoke all on function core.is_classified() from public;
commit;
