-- Deploy gamekeeper:sparc/tutorial/tutorial_progress to pg
-- requires: core/records/touch sparc/people/users sparc/tutorial/tutorial_path core/records/audit
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table sparc.tutorial_progress (
  user_id uuid primary key references sparc.users (id) on delete cascade,
  path sparc.tutorial_path,
  current_step text not null default 'welcome',
  completed_steps text[] not null default '{}',
  started_at timestamptz not null default now(),
  completed_at timestamptz,
  skipped boolean not null default false,
  updated_at timestamptz not null default now(),
  constraint valid_completed_steps check (cardinality(completed_steps) <= 100)
);
comment on table sparc.tutorial_progress is
  'How far a user has come in the tutorial. Written by start_tutorial, complete_step and skip_tutorial; a user sees '
  'their own.';
comment on column sparc.tutorial_progress.user_id is 'Whose progress it is.';
comment on column sparc.tutorial_progress.updated_at is 'When it was last changed.';
comment on column sparc.tutorial_progress.path is 'Null when the tutorial was skipped before a path was chosen.';
comment on column sparc.tutorial_progress.current_step is
  'The first step of the path that is not completed; the last one when all are. [none]';
comment on column sparc.tutorial_progress.completed_steps is
  'In the order of completion; may hold steps of the client''s own, at most 100 in all. [opaque]';
comment on column sparc.tutorial_progress.started_at is 'When it was last started.';
comment on column sparc.tutorial_progress.completed_at is 'When the last step of the path was completed.';
comment on column sparc.tutorial_progress.skipped is 'Whether the user skipped it.';
create index idx_tutorial_completed on sparc.tutorial_progress (completed_at) where completed_at is not null;
create trigger touch before update on sparc.tutorial_progress for each row execute function core.touch();
alter table sparc.tutorial_progress enable row level security;
create policy "Users can view own tutorial progress" on sparc.tutorial_progress for select
using ((select auth.uid()) = user_id);
comment on policy "Users can view own tutorial progress" on sparc.tutorial_progress is 'Nobody else''s business.';
create policy "Service writes tutorial progress" on sparc.tutorial_progress to service_role using (true) with check (true);
comment on policy "Service writes tutorial progress" on sparc.tutorial_progress is
  'The trusted service sees and writes all.';
grant select on sparc.tutorial_progress to authenticated;
grant select, insert, update, delete on sparc.tutorial_progress to service_role;
create trigger audit after insert or update or delete on sparc.tutorial_progress
for each row when (current_user = 'service_role') execute function core.audit();
comment on trigger audit on sparc.tutorial_progress is 'What the service writes past the commands.';
commit;
