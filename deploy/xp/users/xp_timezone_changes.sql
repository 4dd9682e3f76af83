-- Deploy gamekeeper:xp/users/xp_timezone_changes to pg
-- requires: xp/users/xp_users xp/users/my_user_id core/records/guard_history
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table xp.xp_timezone_changes (
  user_id bigint not null references xp.xp_users (user_id) on delete cascade,
  change_no integer not null constraint xp_timezone_changes_change_no_chk check (change_no > 0),
  from_tz text not null references xp.timezones (name),
  to_tz text not null references xp.timezones (name),
  requested_at timestamptz not null,
  primary key (user_id, change_no)
);
comment on table xp.xp_timezone_changes is
  'Append-only history of time zones. A change holds from the next boundary of the policy''s reward day in from_tz.';
comment on column xp.xp_timezone_changes.user_id is 'The account.';
comment on column xp.xp_timezone_changes.change_no is 'Counts from 1 within the user.';
comment on column xp.xp_timezone_changes.from_tz is 'Zone before. [none]';
comment on column xp.xp_timezone_changes.to_tz is 'Zone after. [none]';
comment on column xp.xp_timezone_changes.requested_at is 'Instant at which the user asked; the next change, but for a way home, is refused for seven days from here.';
create index xp_timezone_changes_from_tz_idx on xp.xp_timezone_changes (from_tz);
create index xp_timezone_changes_to_tz_idx on xp.xp_timezone_changes (to_tz);
alter table xp.xp_timezone_changes enable row level security;
grant select on xp.xp_timezone_changes to authenticated, service_role;
create policy own_rows on xp.xp_timezone_changes for select to authenticated using (user_id = (select xp.my_user_id()));
comment on policy own_rows on xp.xp_timezone_changes is 'A user sees their own moves.';
create policy service_reads on xp.xp_timezone_changes for select to service_role using (true);
comment on policy service_reads on xp.xp_timezone_changes is 'The service sees every move.';
create trigger guard_history_update before update on xp.xp_timezone_changes for each row execute function core.guard_history();
create trigger guard_history_delete before delete on xp.xp_timezone_changes for each row execute function core.guard_history();
create trigger guard_history_truncate before truncate on xp.xp_timezone_changes for each statement execute function core.guard_history();
commit;
