-- Deploy gamekeeper:xp/seasons/xp_hidden_entries to pg
-- requires: xp/users/xp_users core/callers/is_operator core/records/audit core/keys/now_utc
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table xp.xp_hidden_entries (
  user_id bigint not null references xp.xp_users (user_id) on delete cascade,
  season_id text not null constraint xp_hidden_entries_season_id_chk check (season_id <> '' and length(season_id) <= 100),
  reason text not null constraint xp_hidden_entries_reason_chk check (reason <> '' and length(reason) <= 100),
  hidden_at timestamptz not null default core.now_utc(),
  primary key (user_id, season_id)
);
comment on table xp.xp_hidden_entries is
  'Entries that the service took off a board: nobody sees them there and nobody ranks behind them, but their XP stays. Audited.';
comment on column xp.xp_hidden_entries.user_id is 'The account.';
comment on column xp.xp_hidden_entries.season_id is 'The board. [none]';
comment on column xp.xp_hidden_entries.reason is 'Why, as a code that says nothing about a person. [none]';
comment on column xp.xp_hidden_entries.hidden_at is 'Since when.';
create index xp_hidden_entries_season_id_idx on xp.xp_hidden_entries (season_id, user_id);
alter table xp.xp_hidden_entries enable row level security;
grant select on xp.xp_hidden_entries to authenticated, service_role;
create policy operators_read on xp.xp_hidden_entries for select to authenticated, service_role using ((select core.is_operator()));
comment on policy operators_read on xp.xp_hidden_entries is 'Operators and the service see what is hidden.';
create trigger audit after insert or update or delete on xp.xp_hidden_entries for each row execute function core.audit();
commit;
