-- Deploy gamekeeper:sparc/people/shown_name to pg
-- requires: sparc/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- One expression, so that the planner inlines it.
create function sparc.shown_name(display_name text, deleted_at timestamptz)
returns text
language sql
immutable
parallel safe
return case when shown_name.deleted_at is null then shown_name.display_name else 'gone' end;
comment on function sparc.shown_name(text, timestamptz) is 'What others read in the place of a profile''s name: gone, of who has left. [helper]';
revoke all on function sparc.shown_name(text, timestamptz) from public;
commit;
