-- Deploy gamekeeper:sparc/validate_adventure to pg
-- requires: sparc/schema
begin;
set local role gamekeeper;
-- Only what can be wrong: an adventure without scenes, run from the Seer's own notes, is valid. Scenes
-- have ids, each once, and whatever leads to a scene leads to one that exists.
create function sparc.validate_adventure(content jsonb)
returns jsonb
language plpgsql
immutable
parallel safe
set search_path = pg_temp
as $$
declare
  _problems jsonb := '[]'::jsonb;
  _scenes jsonb;
  _scene jsonb;
  _path text;
  _ids text[] := '{}'::text[];
begin
  if jsonb_typeof(validate_adventure.content) is distinct from 'object' then
    return '[{"path": "$", "problem": "must be an object"}]'::jsonb;
  end if;
  _scenes := coalesce(validate_adventure.content -> 'scenes', '[]');
  if jsonb_typeof(_scenes) <> 'array' then
    return '[{"path": "$.scenes", "problem": "must be an array"}]'::jsonb;
  end if;

  for _at in 0..jsonb_array_length(_scenes) - 1 loop
    _scene := _scenes -> _at;
    _path := format('$.scenes[%s]', _at);
    if jsonb_typeof(_scene -> 'id') is distinct from 'string' or _scene ->> 'id' = '' then
      _problems := _problems || jsonb_build_object('path', _path || '.id', 'problem', 'must be a text');
    elsif _scene ->> 'id' = any (_ids) then
      _problems := _problems || jsonb_build_object('path', _path || '.id', 'problem', 'stands there twice');
    else
      _ids := _ids || (_scene ->> 'id');
    end if;
    if _scene ? 'exits' and jsonb_typeof(_scene -> 'exits') <> 'array' then
      _problems := _problems || jsonb_build_object('path', _path || '.exits', 'problem', 'must be an array of scene ids');
    end if;
  end loop;

  return _problems
    || coalesce(
      (
        select jsonb_agg(
          jsonb_build_object('path', format('$.scenes[%s].exits', scene.number - 1), 'problem', 'leads to no scene')
          order by scene.number
        )
        from jsonb_array_elements(_scenes) with ordinality as scene (document, number)
        cross join lateral jsonb_array_elements(
          case when jsonb_typeof(scene.document -> 'exits') = 'array' then scene.document -> 'exits' else '[]' end
        ) as target (id)
        where jsonb_typeof(target.id) <> 'string' or target.id #>> '{}' <> all (_ids)
      ),
      '[]'
    )
    || case
      when validate_adventure.content ? 'start_scene_id'
        and coalesce(validate_adventure.content ->> 'start_scene_id' <> all (_ids), true)
        then '[{"path": "$.start_scene_id", "problem": "leads to no scene"}]'
      else '[]'
    end::jsonb;
end
$$;
comment on function sparc.validate_adventure(jsonb) is 'What is wrong with an adventure''s content: an array of {"path", "problem"}, empty when nothing is. Scenes need ids, each once; exits and start_scene_id lead to scenes that exist.';
revoke all on function sparc.validate_adventure(jsonb) from public;
grant execute on function sparc.validate_adventure(jsonb) to authenticated, service_role;
commit;
