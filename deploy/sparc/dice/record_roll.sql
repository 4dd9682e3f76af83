-- Deploy gamekeeper:sparc/dice/record_roll to pg
-- requires: sparc/feed/emit_event sparc/dice/make_roll
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.record_roll()
returns trigger
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
begin
  if new.original_roll_id is not null then
    update sparc.session_players as p
    set heroic_saves_used = 1
    where p.session_id = new.session_id and p.character_id = new.character_id and p.heroic_saves_used = 0;
  end if;
  perform sparc.emit_event(new.session_id, 'dice_rolled', to_jsonb(new) - array['session_id', 'created_at']);
  return null;
end
$$;
comment on function sparc.record_roll() is
  'Trigger: an event with the whole roll; a heroic save is marked as used. [helper]';
revoke all on function sparc.record_roll() from public;
create trigger record_roll after insert on sparc.dice_rolls
for each row execute function sparc.record_roll();
commit;
