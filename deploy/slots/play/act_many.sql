-- Deploy gamekeeper:slots/play/act_many to pg
-- requires: core/errors/raise core/keys/wall_clock core/chance/may_draw_at_once core/records/note_request slots/sessions/sessions slots/sessions/gameplay_events slots/sessions/lock_session slots/turns/turn slots/turns/begin_turn slots/turns/save_turns slots/play/parse_action slots/play/take_action slots/play/act_result slots/play/result_of
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Locks as slots.act does, then works out all actions in memory and writes them together. Parsing comes before the key, so that
-- what is no action is refused as slots.act refuses it.
create function slots.act_many(session_id uuid, actions jsonb, idempotency_key text default null)
returns setof slots.act_result
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _session constant slots.sessions := slots.lock_session(act_many.session_id);
  _most constant integer := 100;
  _actions slots.player_action[] := array[]::slots.player_action[];
  _made_id text;
  _turn slots.turn;
  _turns slots.turn[] := array[]::slots.turn[];
  _at timestamptz;
begin
  if jsonb_typeof(act_many.actions) is distinct from 'array' or jsonb_array_length(act_many.actions) not between 1 and _most then
    perform core.raise('INVALID_INPUT', jsonb_build_object('field', 'actions', 'problem', format('must be an array of 1 to %s actions', _most)));
  end if;
  if not core.may_draw_at_once() then
    perform core.raise('COMMIT_FIRST', '{"problem": "take one action, commit, then the next"}');
  end if;
  for _i in 0 .. jsonb_array_length(act_many.actions) - 1 loop
    _actions := _actions || slots.parse_action(act_many.actions -> _i);
  end loop;
  _made_id := core.note_request(
    'slots.act_many', act_many.idempotency_key, jsonb_build_array(act_many.session_id, act_many.actions), (_session.event_count + 1)::text
  );
  if _made_id is not null then
    -- the spin that a CashOut played first has no action of its own
    return query
    select (slots.result_of(e)).*
    from slots.gameplay_events as e
    where e.session_id = act_many.session_id and e.event_index >= _made_id::bigint
      and not exists (
        select from slots.gameplay_events as n
        where n.session_id = e.session_id and n.event_index = e.event_index + 1 and n.result ? 'spin'
      )
    order by e.event_index
    limit cardinality(_actions);
    return;
  end if;

  _turn := slots.begin_turn(_session);
  _at := greatest(core.wall_clock(), _session.last_event_at);
  for _i in 1 .. cardinality(_actions) loop
    _turn := slots.take_action(
      row(_turn.session, _turn.wallet, _turn.account, '{}', '{}', '{}')::slots.turn, _actions[_i], act_many.idempotency_key, _at
    );
    _turns := _turns || _turn;
  end loop;
  perform slots.save_turns(_session, _turns);
  return query
  select (slots.result_of(t.events[cardinality(t.events)])).*
  from unnest(_turns) with ordinality as t (session, wallet, account, entries, events, experiences, place)
  order by t.place;
end
$$;
comment on function slots.act_many(uuid, jsonb, text) is
  'Up to 100 actions of slots.act in one call, for callers who may draw at once: all or nothing, each with its event, entries and '
  'experience, and a row for each with what slots.act would have answered. All happen at the same instant, and their entries '
  'hold the key of the call. A repeated key with the same actions returns the first results and moves nothing. '
  'Call it as select * from slots.act_many(...). Raises: UNAUTHENTICATED, NOT_FOUND, INVALID_INPUT, STATE_ERROR, BET_PLACED, BET_REQUIRED, BET_UNDER_MINIMUM, '
  'BET_LIMIT_EXCEEDED, INSUFFICIENT_FUNDS, WALLET_LIMIT_EXCEEDED, LIMIT_EXCEEDED, EXCLUDED, COMMIT_FIRST, PLAY_SHUT, GAME_RETIRED, IDEMPOTENCY_CONFLICT. [client] [repeat: key]';
revoke all on function slots.act_many(uuid, jsonb, text) from public;
grant execute on function slots.act_many(uuid, jsonb, text) to authenticated, service_role;
commit;
