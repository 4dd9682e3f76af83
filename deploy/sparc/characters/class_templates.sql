-- Deploy gamekeeper:sparc/characters/class_templates to pg
-- requires: sparc/characters/character_class
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table sparc.class_templates (
  class sparc.character_class primary key,
  description text not null,
  might integer not null check (might between 1 and 6),
  grace integer not null check (grace between 1 and 6),
  wit integer not null check (wit between 1 and 6),
  heart integer not null check (heart between 1 and 6),
  max_hit_points integer not null check (max_hit_points between 1 and 10),
  equipment jsonb not null check (jsonb_typeof(equipment) = 'array'),
  special_ability jsonb not null check (jsonb_typeof(special_ability) = 'object'),
  constraint fair_attributes check (might + grace + wit + heart = 14)
);
comment on table sparc.class_templates is
  'What a character of a class starts with; sparc.prepare_character copies it. Attributes always sum to 14.';
comment on column sparc.class_templates.class is 'The class.';
comment on column sparc.class_templates.max_hit_points is 'Hit points at the start and at most.';
comment on column sparc.class_templates.equipment is 'Array of {"name", "kind"}. [none]';
comment on column sparc.class_templates.special_ability is
  '{"name", "description", "attribute"}: for people to read; the rules do not use it. [none]';
comment on column sparc.class_templates.description is 'One sentence for people. [none]';
comment on column sparc.class_templates.might is 'Starting attribute, 1 to 6; so too grace, wit and heart.';
comment on column sparc.class_templates.grace is 'See might.';
comment on column sparc.class_templates.wit is 'See might.';
comment on column sparc.class_templates.heart is 'See might.';
alter table sparc.class_templates enable row level security;
create policy "Class templates readable" on sparc.class_templates for select using (true);
comment on policy "Class templates readable" on sparc.class_templates is 'Reference data, the same for all.';
grant select on sparc.class_templates to anon, authenticated, service_role;

insert into sparc.class_templates (class, description, might, grace, wit, heart, max_hit_points, equipment, special_ability) values
  ('warrior', 'Stands in front and stays there.', 5, 3, 2, 4, 6,
    '[{"name": "Longsword", "kind": "weapon"}, {"name": "Round shield", "kind": "armor"}, {"name": "Chain shirt", "kind": "armor"}]',
    '{"name": "Hold the line", "description": "Take a blow meant for a companion beside you.", "attribute": "might"}'),
  ('rogue', 'Arrives unseen and leaves richer.', 2, 6, 4, 2, 6,
    '[{"name": "Twin daggers", "kind": "weapon"}, {"name": "Lock picks", "kind": "tool"}, {"name": "Dark cloak", "kind": "armor"}]',
    '{"name": "From the shadows", "description": "Strike first when nobody has noticed you.", "attribute": "grace"}'),
  ('wizard', 'Knows how the world is made, and where it is loose.', 1, 3, 6, 4, 6,
    '[{"name": "Oak staff", "kind": "weapon"}, {"name": "Spell book", "kind": "tool"}, {"name": "Ink and quills", "kind": "tool"}]',
    '{"name": "Unmake", "description": "Undo one spell or lock that you can see.", "attribute": "wit"}'),
  ('cleric', 'Mends what the day has broken.', 3, 2, 4, 5, 6,
    '[{"name": "Iron mace", "kind": "weapon"}, {"name": "Holy sign", "kind": "tool"}, {"name": "Bandages", "kind": "tool"}]',
    '{"name": "Laying on of hands", "description": "Give a companion hit points back.", "attribute": "heart"}'),
  ('paladin', 'Keeps an oath, whatever it costs.', 4, 2, 2, 6, 6,
    '[{"name": "War hammer", "kind": "weapon"}, {"name": "Kite shield", "kind": "armor"}, {"name": "Plate armor", "kind": "armor"}]',
    '{"name": "Oath", "description": "Swear a deed; until it is done, fear cannot touch you.", "attribute": "heart"}'),
  ('ranger', 'Reads the land and is read by nobody.', 3, 5, 4, 2, 6,
    '[{"name": "Yew bow", "kind": "weapon"}, {"name": "Hunting knife", "kind": "weapon"}, {"name": "Rope", "kind": "tool"}]',
    '{"name": "Marked prey", "description": "Name a foe; you will find it wherever it goes.", "attribute": "grace"}'),
  ('necromancer', 'Asks the dead, and the dead answer.', 2, 3, 6, 3, 6,
    '[{"name": "Bone wand", "kind": "weapon"}, {"name": "Grave dust", "kind": "tool"}, {"name": "Black candle", "kind": "tool"}]',
    '{"name": "Speak with the dead", "description": "Ask one question of someone who died here.", "attribute": "wit"}');
commit;
