-- Deploy gamekeeper:sparc/feed/roll_texts to pg
-- requires: sparc/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- One expression, and stable as jsonb_build_object() is, so that the planner inlines it: a quarter of what a page of rolls
-- costs. A roll that nobody wrote anything to has no more to be joined than a name:
-- its payload holds the rest, and each key costs a reader of a long feed.
create function sparc.roll_texts(character_name text, description text, modifiers jsonb)
returns jsonb
language sql
stable
parallel safe
return case
  when roll_texts.description is null and roll_texts.modifiers = '[]'
    then jsonb_build_object('character_name', roll_texts.character_name)
  else jsonb_build_object(
    'character_name', roll_texts.character_name, 'description', roll_texts.description, 'modifiers', roll_texts.modifiers
  )
end;
comment on function sparc.roll_texts(text, text, jsonb) is
  'What of a roll its event in the feed does not hold: the name of its figure, and what people wrote to it. [helper]';
revoke all on function sparc.roll_texts(text, text, jsonb) from public;
commit;
