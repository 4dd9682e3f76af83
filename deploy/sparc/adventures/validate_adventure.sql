-- Deploy gamekeeper:sparc/adventures/validate_adventure to pg
-- requires: sparc/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Only what can be wrong: an adventure without scenes, run from the Seer's own notes, is valid. Scenes
-- have ids, each once, and whatever leads to a scene leads to one that exists. Clients send what they
-- like, so the cost grows with the content's length and no faster, and too long a content is not looked at.
create function sparc.validate_adventure(content jsonb)
returns jsonb
language plpgsql
immutable
parallel safe
set search_path = pg_temp
as $$
declare
  _scenes jsonb;
begin
  if jsonb_typeof(validate_adventure.content) is distinct from 'object' then
    return '[{"path": "$", "problem": "must be an object"}]'::jsonb;
  elsif octet_length(validate_adventure.content::text) > 1048576 then
    return '[{"path": "$", "problem": "must not be longer than 1 MiB"}]'::jsonb;
  end if;
  _scenes := coalesce(validate_adventure.content -> 'scenes', '[]');
  if jsonb_typeof(_scenes) <> 'array' then
    return '[{"path": "$.scenes", "problem": "must be an array"}]'::jsonb;
  end if;

  return (
    with scenes as (
      select
        scene.document,
        scene.number - 1 as at,
        case jsonb_typeof(scene.document -> 'id') when 'string' then nullif(scene.document ->> 'id', '') end as id
      from jsonb_array_elements(_scenes) with ordinality as scene (document, number)
    ),
    problems (part, at, path, problem) as (
      select
        1,
        named.at,
        format('$.scenes[%s].id', named.at),
        case when named.id is null then 'must be a text' else 'stands there twice' end
      from (select s.at, s.id, row_number() over (partition by s.id order by s.at) as nth from scenes as s) as named
      where named.id is null or named.nth > 1
      union all
      select 1, s.at, format('$.scenes[%s].exits', s.at), 'must be an array of scene ids'
      from scenes as s
      where jsonb_typeof(s.document -> 'exits') <> 'array'
      union all
      select 2, s.at, format('$.scenes[%s].exits', s.at), 'leads to no scene'
      from scenes as s
      cross join lateral jsonb_array_elements(
        case jsonb_typeof(s.document -> 'exits') when 'array' then s.document -> 'exits' else '[]' end
      ) as target (id)
      where jsonb_typeof(target.id) <> 'string'
        or target.id #>> '{}' not in (select known.id from scenes as known where known.id is not null)
      union all
      select 3, 0, '$.start_scene_id', 'leads to no scene'
      where validate_adventure.content ? 'start_scene_id'
        and not exists (select from scenes as s where s.id = validate_adventure.content ->> 'start_scene_id')
    )
    select coalesce(jsonb_agg(jsonb_build_object('path', first.path, 'problem', first.problem) order by first.place), '[]')
    from (
      select p.path, p.problem, row_number() over (order by p.part, p.at, p.path desc) as place
      from problems as p
      order by place
      limit 100
    ) as first
  );
end
$$;
comment on function sparc.validate_adventure(jsonb) is
  'What is wrong with an adventure''s content: the first 100 problems as an array of {"path", "problem"}, empty '
  'when nothing is. Scenes need ids, each once; exits and start_scene_id lead to scenes that exist. [client]';
revoke all on function sparc.validate_adventure(jsonb) from public;
grant execute on function sparc.validate_adventure(jsonb) to authenticated, service_role;
commit;
