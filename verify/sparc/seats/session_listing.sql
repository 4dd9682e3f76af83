-- Verify gamekeeper:sparc/seats/session_listing on pg
begin;
do $$
begin
  perform (listing).id, (listing).code, (listing).status, (listing).is_public, (listing).seer_id, (listing).seer_name, (listing).adventure_id, (listing).adventure_name, (listing).thumbnail_url, (listing).difficulty, (listing).looking_for, (listing).scheduled_start, (listing).allow_late_join, (listing).player_count, (listing).max_players, (listing).open_slots, (listing).created_at from (select null::sparc.session_listing as listing) as row;
end
$$;
rollback;
