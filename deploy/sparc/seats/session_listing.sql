-- Deploy gamekeeper:sparc/seats/session_listing to pg
-- requires: sparc/sessions/session_status sparc/adventures/difficulty_level
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type sparc.session_listing as (
  id uuid,
  code character(6),
  status sparc.session_status,
  is_public boolean,
  seer_id uuid,
  seer_name text,
  adventure_id uuid,
  adventure_name text,
  thumbnail_url text,
  difficulty sparc.difficulty_level,
  looking_for text,
  scheduled_start timestamptz,
  allow_late_join boolean,
  player_count integer,
  max_players integer,
  open_slots integer,
  created_at timestamptz
);
comment on type sparc.session_listing is
  'What somebody sees of a session before joining it. player_count counts the seats taken now, open_slots those '
  'left.';
commit;
