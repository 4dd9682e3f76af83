-- Deploy gamekeeper:slots/datasets/rl_create_dataset to pg
-- requires: core/errors/raise core/keys/wall_clock core/callers/require_operator core/callers/user_id core/records/note_request slots/learning/rl_blocks slots/learning/rl_store slots/datasets/rl_datasets slots/datasets/rl_dataset_episodes slots/datasets/rl_digest slots/datasets/check_rl_filter
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- One row for each 16 experiences of the store is looked at; then each step that fits is read, an episode after the other,
-- and nothing is held but the digest. Nobody who plays waits for it: it locks the dataset's name alone.
create function slots.rl_create_dataset(name text, filter jsonb default '{}', idempotency_key text default null)
returns slots.rl_datasets
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _since constant text := rl_create_dataset.filter ->> 'since';
  _until constant text := rl_create_dataset.filter ->> 'until';
  _game_id uuid;
  _made slots.rl_datasets;
  _episode slots.rl_dataset_episodes;
  _digest bytea := ''::bytea;
  _noted text;
begin
  perform core.require_operator();
  if coalesce(rl_create_dataset.name, '') !~ '^[a-z0-9][a-z0-9_-]{0,79}$' or rl_create_dataset.name ~ '-v[0-9]+$' then
    perform core.raise(
      'INVALID_INPUT', '{"field": "name", "problem": "must be 1 to 80 of a-z, 0-9, _ and -, begin with none of the last two and not end in a version"}'
    );
  end if;
  perform slots.check_rl_filter(rl_create_dataset.filter);
  _game_id := (rl_create_dataset.filter ->> 'gameId')::uuid;

  insert into slots.rl_dataset_names as n (name, versions)
  values (rl_create_dataset.name, 0)
  on conflict on constraint rl_dataset_names_pkey do update set versions = n.versions
  returning n.name, n.versions into strict _made.name, _made.version;
  _made.dataset := format('%s-v%s', _made.name, _made.version);
  _noted := core.note_request(
    'slots.rl_create_dataset', rl_create_dataset.idempotency_key, jsonb_build_array(rl_create_dataset.name, rl_create_dataset.filter), _made.dataset
  );
  if _noted is not null then
    select * into strict _made from slots.rl_datasets as d where d.dataset = _noted;
    return _made;
  end if;

  _made.filter := rl_create_dataset.filter;
  _made.episodes := 0;
  _made.steps := 0;
  for _episode in
    select _made.dataset, b.session_id, l.event_index, b.created_at, l.created_at, _digest
    from slots.rl_blocks as b
    cross join lateral (
      select s.game_id, s.policy
      from slots.rl_store as s
      where s.session_id = b.session_id and s.event_index = 1 and s.created_at = b.created_at
      limit 1
    ) as f
    cross join lateral (
      select s.event_index, s.created_at, s.done
      from slots.rl_store as s
      where s.session_id = b.session_id and s.created_at >= b.created_at
      order by s.event_index desc
      limit 1
    ) as l
    where b.first_index = 1
      and (_since is null or b.created_at >= _since::timestamptz)
      and (_until is null or b.created_at < _until::timestamptz)
      and (_game_id is null or f.game_id = _game_id)
      and (not rl_create_dataset.filter ? 'policy' or f.policy = rl_create_dataset.filter ->> 'policy')
      and (not rl_create_dataset.filter ? 'isOver' or l.done = (rl_create_dataset.filter -> 'isOver')::boolean)
    order by b.session_id
  loop
    _digest := slots.rl_digest(_digest, _episode);
    _episode.digest := _digest;
    insert into slots.rl_dataset_episodes values (_episode.*);
    _made.episodes := _made.episodes + 1;
    _made.steps := _made.steps + _episode.last_index;
    _made.began_at := least(_made.began_at, _episode.began_at);
    _made.ended_at := greatest(_made.ended_at, _episode.ended_at);
  end loop;
  if _made.episodes = 0 then
    perform core.raise('INVALID_INPUT', '{"field": "filter", "problem": "no episode fits"}');
  end if;
  _made.digest := encode(_digest, 'hex');
  _made.created_at := core.wall_clock();
  _made.created_by := core.user_id();
  insert into slots.rl_datasets values (_made.*);
  update slots.rl_dataset_names as n set versions = n.versions + 1 where n.name = _made.name;
  return _made;
end
$$;
comment on function slots.rl_create_dataset(text, jsonb, text) is
  'For operators: freezes the episodes that fit as name-v0, or as the next version of that name. filter: gameId, policy (name@version; '
  'of the first step, as gameId), since and until (the episode began in between), isOver (whether it has ended); {} for all. What goes '
  'on is cut after its last step so far and truncated there. It reads each step, and what it holds does not grow with them. '
  'Sent again without a key it makes the next version, so call it as select * from slots.rl_create_dataset(...), never once for each column. Raises: FORBIDDEN, INVALID_INPUT, IDEMPOTENCY_CONFLICT. [operator] [repeat: key]';
revoke all on function slots.rl_create_dataset(text, jsonb, text) from public;
grant execute on function slots.rl_create_dataset(text, jsonb, text) to authenticated, service_role;
commit;
