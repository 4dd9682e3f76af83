-- Deploy gamekeeper:xp/seasons/xp_season_closings to pg
-- requires: xp/seasons/xp_seasons core/records/guard_history core/keys/now_utc
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Not a column of xp.xp_seasons, which come to a shard from their home: each server closes them for who lives there.
create table xp.xp_season_closings (
  season_id text primary key references xp.xp_seasons (season_id),
  closed_at timestamptz not null default core.now_utc(),
  prizes bigint not null,
  xp bigint not null,
  actor text not null
);
comment on table xp.xp_season_closings is
  'Append-only: the seasons that were closed. Their boards do not change any more. Written by xp.close_season.';
comment on column xp.xp_season_closings.season_id is 'The season. [none]';
comment on column xp.xp_season_closings.closed_at is 'When it was closed.';
comment on column xp.xp_season_closings.prizes is 'How many people have a prize.';
comment on column xp.xp_season_closings.xp is 'What all prizes add up to.';
comment on column xp.xp_season_closings.actor is 'Who closed it: auth.uid(), or service_role. [none]';
alter table xp.xp_season_closings enable row level security;
grant select on xp.xp_season_closings to authenticated, service_role;
create policy readable_by_all on xp.xp_season_closings for select to authenticated, service_role using (true);
comment on policy readable_by_all on xp.xp_season_closings is 'Everybody who plays sees which results are final.';
create trigger guard_history_update before update on xp.xp_season_closings for each row execute function core.guard_history();
create trigger guard_history_delete before delete on xp.xp_season_closings for each row execute function core.guard_history();
create trigger guard_history_truncate before truncate on xp.xp_season_closings for each statement execute function core.guard_history();
commit;
