-- Deploy gamekeeper:sparc/adventures/adventure_ratings to pg
-- requires: sparc/adventures/adventures sparc/people/users core/records/audit
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table sparc.adventure_ratings (
  adventure_id uuid not null references sparc.adventures (id) on delete cascade,
  user_id uuid not null references sparc.users (id) on delete cascade,
  rating integer not null check (rating between 1 and 5),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (adventure_id, user_id)
);
comment on table sparc.adventure_ratings is
  'One rating per adventure and participant of a completed session of it. Written by sparc.rate_adventure; a user '
  'sees their own, everybody sees adventures.average_rating.';
comment on column sparc.adventure_ratings.adventure_id is 'The adventure that is rated.';
comment on column sparc.adventure_ratings.user_id is 'Who rates it; nobody else sees it.';
comment on column sparc.adventure_ratings.created_at is 'When it was first rated.';
comment on column sparc.adventure_ratings.updated_at is 'When the rating was last changed.';
comment on column sparc.adventure_ratings.rating is '1 (poor) to 5 (great).';
create index idx_adventure_ratings_user_id on sparc.adventure_ratings (user_id);
alter table sparc.adventure_ratings enable row level security;
create policy "Users can view own ratings" on sparc.adventure_ratings for select
using ((select auth.uid()) = user_id);
comment on policy "Users can view own ratings" on sparc.adventure_ratings is
  'Others'' ratings show in the average only.';
create policy "Service writes adventure ratings" on sparc.adventure_ratings to service_role using (true) with check (true);
comment on policy "Service writes adventure ratings" on sparc.adventure_ratings is
  'The trusted service sees and writes all.';
grant select on sparc.adventure_ratings to authenticated;
grant select, insert, update, delete on sparc.adventure_ratings to service_role;
create trigger audit after insert or update or delete on sparc.adventure_ratings
for each row when (current_user = 'service_role') execute function core.audit();
comment on trigger audit on sparc.adventure_ratings is 'What the service writes past the commands.';
commit;
