-- Deploy gamekeeper:sparc/archive/read_payload to pg
-- requires: sparc/people/shown_name sparc/feed/roll_texts sparc/feed/session_events sparc/archive/archived_sessions sparc/archive/archived_declared_rolls sparc/archive/archived_dice_rolls
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Bound at its creation and without settings of its own, so that the planner inlines it where a query joins it. A roll is
-- looked for where most of them are first. Of a hidden roll the payload says nothing that names could be joined to.
create function sparc.read_payload(session_id uuid, payload jsonb)
returns setof jsonb
language sql
stable
parallel safe
begin atomic
  select
    case
      when read_payload.payload ? 'character_class' then read_payload.payload || coalesce(
        (
          select jsonb_build_object('display_name', sparc.shown_name(u.display_name, u.deleted_at), 'character_name', c.name)
          from sparc.users as u, sparc.characters as c
          where u.id = (read_payload.payload ->> 'user_id')::uuid and c.id = (read_payload.payload ->> 'character_id')::uuid
        ),
        '{}'
      )
      when read_payload.payload ? 'dice_count' then read_payload.payload || coalesce(
        (
          select sparc.roll_texts(d.character_name, d.description, d.modifiers)
          from sparc.declared_rolls as d
          where d.id = (read_payload.payload ->> 'id')::uuid
        ),
        (
          select sparc.roll_texts(d.character_name, d.description, d.modifiers)
          from sparc.archived_declared_rolls as d
          where d.id = (read_payload.payload ->> 'id')::uuid
        ),
        (
          select sparc.roll_texts(r.character_name, r.description, r.modifiers)
          from sparc.dice_rolls as r
          where r.id = (read_payload.payload ->> 'id')::uuid
        ),
        (
          select sparc.roll_texts(r.character_name, r.description, r.modifiers)
          from sparc.archived_dice_rolls as r
          where r.id = (read_payload.payload ->> 'id')::uuid
        ),
        '{}'
      )
      when read_payload.payload ? 'looking_for' then read_payload.payload || jsonb_build_object(
        'looking_for',
        coalesce(
          (select s.looking_for from sparc.sessions as s where s.id = read_payload.session_id),
          (select s.looking_for from sparc.archived_sessions as s where s.id = read_payload.session_id),
          ''
        )
      )
      else read_payload.payload
    end;
end;
comment on function sparc.read_payload(uuid, jsonb) is
  'A payload of the feed as readers get it: names and other texts joined in, from where they stand now. [helper]';
revoke all on function sparc.read_payload(uuid, jsonb) from public;
commit;
