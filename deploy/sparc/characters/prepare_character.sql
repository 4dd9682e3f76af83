-- Deploy gamekeeper:sparc/characters/prepare_character to pg
-- requires: core/callers/is_service core/keys/now_utc sparc/characters/characters sparc/characters/class_templates
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A client decides whose, what name and what class; the template decides the rest. The service may
-- give any column, and the template fills what it leaves out.
create function sparc.prepare_character()
returns trigger
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _template sparc.class_templates;
  _now constant timestamptz := core.now_utc();
begin
  select * into _template from sparc.class_templates as t where t.class = new.class;
  if not core.is_service() then
    new.might := null;
    new.grace := null;
    new.wit := null;
    new.heart := null;
    new.equipment := null;
    new.special_ability := null;
    new.max_hit_points := _template.max_hit_points;
    new.hit_points := _template.max_hit_points;
    new.experience := 0;
    new.level := 1;
    new.last_played_at := null;
    new.created_at := _now;
    new.updated_at := _now;
  end if;
  new.might := coalesce(new.might, _template.might);
  new.grace := coalesce(new.grace, _template.grace);
  new.wit := coalesce(new.wit, _template.wit);
  new.heart := coalesce(new.heart, _template.heart);
  new.equipment := coalesce(new.equipment, _template.equipment);
  new.special_ability := coalesce(new.special_ability, _template.special_ability);
  return new;
end
$$;
comment on function sparc.prepare_character() is
  'Trigger: a new character of a client starts as its class template says, whatever the insert says; the service '
  'may say otherwise. [helper]';
revoke all on function sparc.prepare_character() from public;
create trigger prepare_character before insert on sparc.characters
for each row execute function sparc.prepare_character();
commit;
