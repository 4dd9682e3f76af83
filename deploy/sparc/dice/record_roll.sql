-- Deploy gamekeeper:sparc/dice/record_roll to pg
-- requires: sparc/feed/emit_event sparc/dice/declared_rolls
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
  perform sparc.emit_event(
    new.session_id,
    'dice_rolled',
    case
      when new.is_hidden and not exists (
        select from sparc.declared_rolls as d where d.id = new.id and d.revealed_at is not null
      ) then jsonb_build_object('id', new.id, 'is_hidden', true)
      else to_jsonb(new) - array['session_id', 'created_at']
    end
  );
  return null;
end
$$;
comment on function sparc.record_roll() is
  'Trigger: an event with the whole roll; of a hidden one, that it was thrown. [helper]';
revoke all on function sparc.record_roll() from public;
create trigger record_roll after insert on sparc.dice_rolls
for each row execute function sparc.record_roll();
commit;
