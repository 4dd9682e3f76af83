-- Deploy gamekeeper:slots/play/act_many to pg
-- requires: core/errors/raise core/keys/wall_clock core/chance/may_draw_at_once core/records/note_request slots/sessions/sessions slots/sessions/gameplay_events slots/sessions/game_state slots/turns/turn slots/turns/lock_turn slots/play/save_turn slots/play/player_action slots/play/parse_action slots/play/play_actions slots/play/act_result slots/play/result_of
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
  _before constant slots.game_state := (_turn.session).state;
  _most constant integer := 100;
  _actions slots.player_action[] := array[]::slots.player_action[];
  _made_id text;
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
    'slots.act_many', act_many.idempotency_key, jsonb_build_array(act_many.session_id, act_many.actions), ((_turn.session).event_count + 1)::text
  );
  -- the spin that a CashOut played first has no action of its own
  if _made_id is null then
    _turn := slots.play_actions(
      _turn, _actions, act_many.idempotency_key, greatest(core.wall_clock(), (_turn.session).last_event_at)
    );
    perform slots.save_turn(_before, _turn);
    return query
    select e.state, e.result, e.reward, e.balance, e.event_id, e.event_index, e.nonce
    from (
      select u.*, lead(u.result) over (order by u.event_index) ? 'spin' as is_played_by_next
      from unnest(_turn.events) as u
    ) as e
    where e.is_played_by_next is not true
    order by e.event_index;
  else
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
  end if;
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
