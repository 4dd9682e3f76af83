-- Deploy gamekeeper:core/keys/utc to pg
-- requires: core/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- From PostgreSQL 18 on, "at time zone" looks for a name among the abbreviations of the session's TimeZone first, and
-- a client may define any there: after set timezone = '<UTC>-12' the name UTC means 12 hours ahead, and its days end
-- when the client likes. A distance means the same in every session.
create function core.utc(at timestamptz)
returns timestamp
language sql
immutable
parallel safe
return utc.at at time zone interval '00:00';
comment on function core.utc(timestamptz) is
  'Date and time of an instant in UTC, whatever the session takes that name for. Pure; null for null. [helper]';
revoke all on function core.utc(timestamptz) from public;
commit;
