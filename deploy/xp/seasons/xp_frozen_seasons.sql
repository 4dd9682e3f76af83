-- Deploy gamekeeper:xp/seasons/xp_frozen_seasons to pg
-- requires: xp/seasons/xp_seasons core/records/guard_history core/keys/now_utc
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table xp.xp_frozen_seasons (
  season_id text primary key references xp.xp_seasons (season_id),
  frozen_at timestamptz not null default core.now_utc(),
  actor text not null
);
comment on table xp.xp_frozen_seasons is
  'Append-only: seasons that are being closed over several servers. Their boards do not change any more, so that all servers pay by the '
  'same ranks, however often the closing is begun again. Written by xp.freeze_season_part.';
comment on column xp.xp_frozen_seasons.season_id is 'The season. [none]';
comment on column xp.xp_frozen_seasons.frozen_at is 'Since when.';
comment on column xp.xp_frozen_seasons.actor is 'Who closes it: auth.uid(), or service_role. [none]';
alter table xp.xp_frozen_seasons enable row level security;
create trigger guard_history_update before update on xp.xp_frozen_seasons for each row execute function core.guard_history();
create trigger guard_history_delete before delete on xp.xp_frozen_seasons for each row execute function core.guard_history();
create trigger guard_history_truncate before truncate on xp.xp_frozen_seasons for each statement execute function core.guard_history();
commit;
