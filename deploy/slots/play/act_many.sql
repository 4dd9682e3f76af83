-- Deploy gamekeeper:slots/play/act_many to pg
-- requires: core/errors/raise core/keys/wall_clock core/chance/may_draw_at_once core/records/note_request slots/sessions/sessions slots/sessions/gameplay_events slots/turns/turn slots/turns/lock_turn slots/turns/save_turn slots/play/parse_action slots/play/take_action slots/play/act_result slots/play/result_of
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
  _turn slots.turn := slots.lock_turn(act_many.session_id);
  _session constant slots.sessions := _turn.session;
  _most constant integer := 100;
  _actions slots.player_action[] := array[]::slots.player_action[];
  _made_id text;
  _entries slots.wallet_entries[] := array[]::slots.wallet_entries[];
  _events slots.gameplay_events[] := array[]::slots.gameplay_events[];
  _experiences slots.rl_store[] := array[]::slots.rl_store[];
  _event slots.gameplay_events;
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

  _at := greatest(core.wall_clock(), _session.last_event_at);
  for _i in 1 .. cardinality(_actions) loop
    -- what is kept here is not carried from one action to the next
    _turn.entries := '{}';
    _turn.events := '{}';
    _turn.experiences := '{}';
    _turn := slots.take_action(_turn, _actions[_i], act_many.idempotency_key, _at);
    _entries := _entries || _turn.entries;
    _events := _events || _turn.events;
    _experiences := _experiences || _turn.experiences;
    _event := _turn.events[cardinality(_turn.events)];
    return next slots.result_of(_event);
  end loop;
  _turn.entries := _entries;
  _turn.events := _events;
  _turn.experiences := _experiences;
  perform slots.save_turn(_session, _turn);
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
