-- Deploy gamekeeper:sparc/archive/sparc_stats to pg
-- requires: sparc/archive/archived_sessions sparc/dice/dice_rolls sparc/feed/session_events sparc/adventures/adventure_ratings
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create view sparc.sparc_stats as
select
  (select count(*) from sparc.users as u where u.deleted_at is null) as users,
  (select count(*) from sparc.characters as c where c.deleted_at is null) as characters,
  (select count(*) from sparc.adventures as a where a.status = 'published') as published_adventures,
  (select count(*) from sparc.sessions as s where s.status in ('waiting', 'starting_soon')) as waiting_sessions,
  (select count(*) from sparc.sessions as s where s.status in ('active', 'paused')) as running_sessions,
  (select count(*) from sparc.sessions as s where s.status = 'completed') as completed_sessions,
  (select count(*) from sparc.archived_sessions) as archived_sessions,
  (select count(*) from sparc.session_players as p where p.is_active = true) as taken_seats,
  rolls.rolls,
  rolls.critical_rolls,
  rolls.heroic_saves,
  (select count(*) from sparc.session_events) as kept_events,
  (select count(*) from sparc.adventure_ratings) as ratings
from (
  select
    count(*) as rolls,
    count(*) filter (where r.outcome in ('critical_success', 'critical_failure')) as critical_rolls,
    count(*) filter (where r.roll_type = 'heroic_save') as heroic_saves
  from sparc.dice_rolls as r
) as rolls;
comment on view sparc.sparc_stats is
  'Counters of sparc, one row, counted when read; for the service and monitoring. Rolls and seats are those of sessions that are '
  'not archived.';
comment on column sparc.sparc_stats.users is 'Profiles of who has not left.';
comment on column sparc.sparc_stats.characters is 'Living characters of all users.';
comment on column sparc.sparc_stats.published_adventures is 'Adventures that can be played.';
comment on column sparc.sparc_stats.waiting_sessions is 'Sessions that did not begin yet.';
comment on column sparc.sparc_stats.running_sessions is 'Sessions that run or pause.';
comment on column sparc.sparc_stats.completed_sessions is 'Sessions that are over and not yet archived.';
comment on column sparc.sparc_stats.archived_sessions is 'Sessions in the archive.';
comment on column sparc.sparc_stats.taken_seats is 'Seats that somebody sits on now.';
comment on column sparc.sparc_stats.rolls is 'Thrown rolls.';
comment on column sparc.sparc_stats.critical_rolls is 'Rolls with a critical outcome, good or bad.';
comment on column sparc.sparc_stats.heroic_saves is 'Rolls that were heroic saves.';
comment on column sparc.sparc_stats.kept_events is 'Events of the feed that are kept.';
comment on column sparc.sparc_stats.ratings is 'Ratings of adventures.';
grant select on sparc.sparc_stats to service_role, gamekeeper_monitor;
commit;
