-- Deploy gamekeeper:slots/play/play_actions to pg
-- requires: core/errors/raise core/chance/is_settled core/chance/may_draw_at_once core/keys/slot_in core/keys/uuid_v7 slots/fairness/draw_stops slots/fairness/server_seeds slots/games/bet_refusal slots/games/evaluate_stops slots/games/game_programs slots/games/games slots/games/spin slots/games/spin_document slots/learning/observation slots/learning/reward slots/sessions/totals slots/limits/added slots/limits/is_same_day slots/limits/is_within slots/limits/period_sums slots/limits/require_time slots/limits/require_within slots/wallets/entry_hash slots/wallets/next_entry slots/wallets/refuse_entry slots/wallets/spent_on slots/turns/turn slots/play/player_action slots/play/action_problem slots/play/require_action slots/play/refuse_bet slots/play/reseeds core/shards/raise_unknown_definition
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- One body from the rules to the rows, because what an act costs is how many functions it enters and how many expressions it sets up;
-- what refuses, and what is rarely needed, is outside or behind an IF. In order, for each action: may it be taken, may its
-- bet be placed, what do the reels show, which money moves, what is the session then, which rows tell it.
-- The row of the seed is read behind the law of chance, and its blocks go into no query.
create function slots.play_actions(
  turn slots.turn, actions slots.player_action[], idempotency_key text, at timestamptz, by text default null, observed jsonb default null
)
returns slots.turn
language plpgsql
volatile
as $$
declare
  _fee_name constant text := case when play_actions.observed is null then 'perSpinFee' else 'perQueryFee' end;
  _session slots.sessions := play_actions.turn.session;
  _wallet slots.wallets := play_actions.turn.wallet;
  _account slots.accounts := play_actions.turn.account;
  _entries slots.wallet_entries[] := play_actions.turn.entries;
  _events slots.gameplay_events[] := play_actions.turn.events;
  _experiences slots.rl_store[] := play_actions.turn.experiences;
  _totals slots.totals := jsonb_populate_record(row(0, 0, 0, 0, 0, 0)::slots.totals, _session.metrics);
  _seen_after jsonb := slots.observation(
    _session.state = 'Completed', _totals."totalPayout" - _totals."totalBet" - _totals."totalFees" - coalesce(_session.pending_bet + _session.pending_fee, 0),
    _session.pending_bet, _totals.spins
  );
  _seen_before jsonb;
  _place integer := 1;
  _action slots.player_action;
  _is_before_end boolean;
  _is_one_day boolean;
  _played numeric;
  _part text;
  _may_draw boolean;
  _problem text;
  _rules record;
  _is_read boolean;
  _bet numeric;
  _fee numeric;
  _stake numeric(20, 4);
  _stake_fee numeric(20, 4);
  _payout numeric;
  _reward numeric;
  _spin slots.spin;
  _result jsonb;
  _ended_by_spin jsonb;
  _nonce bigint;
  _moved_at timestamptz;
  _won numeric;
  _kinds text[];
  _amounts numeric[];
  _amount numeric(20, 4);
  _balance numeric;
  _entry slots.wallet_entries;
  _id uuid;
begin
  while _place <= cardinality(play_actions.actions) loop
    _action := play_actions.actions[_place];
    _bet := coalesce(_action.amount, _action.next_amount);
    _part := case when _action.next_amount is not null then 'next' end;
    -- asked once of all instants that are compared here: nearly always they are of one day, and no sum begins anew
    _is_one_day := _account.last_act_at is not null and slots.is_same_day(
      least(_account.last_act_at, _account.last_bet_at, _wallet.last_entry_at),
      greatest(_account.last_act_at, _account.last_bet_at, _wallet.last_entry_at, play_actions.at)
    );

    -- may the player take it; a CashOut that played the pending bet first was asked before that
    if play_actions.by is null and play_actions.observed is null and _ended_by_spin is null then
      if _account.excluded_until > play_actions.at then
        perform core.raise('EXCLUDED', jsonb_build_object('until', _account.excluded_until));
      end if;
      -- a longer pause was not played
      _played := case
        when play_actions.at - _account.last_act_at < interval '5 minutes' then greatest(0, extract(epoch from play_actions.at - _account.last_act_at))
        else 0
      end;
      if _is_one_day then
        _account.played := slots.added(_account.played, _played);
      else
        _account.played := slots.period_sums(_account.played, _account.last_act_at, greatest(_account.last_act_at, play_actions.at), _played);
      end if;
      _account.last_act_at := greatest(_account.last_act_at, play_actions.at);
      if _bet is not null and _account.time_limits <> '{}' then
        perform slots.require_time(_account.time_limits, _account.played, _part);
      end if;
      -- what has no problem in nearly all calls: a Spin of the service that brings its bet, and one that plays a bet that another
      -- transaction placed, which stands only while the session is Playing
      if (
        _action.type = 'Spin' and case
          when _action.amount is not null
            then play_actions.turn.by_service and _session.pending_bet is null and _session.state = 'Evaluating'
          else _session.pending_bet is not null and _session.decided_in is distinct from pg_current_xact_id_if_assigned()
        end
      ) is not true then
        if _action.amount is not null and _action.type = 'Spin' and _may_draw is null then
          _may_draw := play_actions.turn.by_service or core.may_draw_at_once();
        end if;
        _problem := slots.action_problem(
          _action.type, _action.amount is not null, _session.state::text, _session.pending_bet is not null,
          case when _action.amount is not null then _may_draw else core.is_settled(_session.decided_in) end
        );
        if _problem is not null then
          perform slots.require_action(_session, _action);
        end if;
      end if;
      if _session.current_wallet_id is null and _action.type <> 'CashOut' then
        perform core.raise('INVALID_INPUT', '{"field": "session_id", "problem": "the session has no wallet"}');
      end if;
    end if;
    _is_before_end := _action.type = 'CashOut' and _session.pending_bet is not null;
    if _is_before_end then
      _action := row('Spin', null, null, '{"type": "Spin"}')::slots.player_action;
    else
      _place := _place + 1;
    end if;

    -- may its bet be placed; asked under the session's lock, so that slots.reseed_all, which takes that lock after it shut play, sees
    -- every bet that passed
    if _is_read is null and _action.type <> 'CashOut' then
      select
        g.min_bet, g.bet_step,
        least(
          g.max_bet, (_session.player_profile -> 'maxBet')::numeric,
          -- what it may pay has to fit into the wallet: up to this balance it does whatever is bet, for no game pays more than 10^6 stakes
          case
            when play_actions.observed is null and _wallet.balance > 1e9
              then trunc((1e16 - _wallet.balance) / nullif((g.statistical_profile -> 'maxMultiplier')::numeric, 0), 4)
          end
        ) as max_bet,
        coalesce(greatest((g.cost_rate -> _fee_name)::numeric, (_wallet.cost_rate -> _fee_name)::numeric), 0) as fee,
        case
          when play_actions.observed is not null then null
          when exists (select from slots.reseeds as r where r.ended_at is null) then 'PLAY_SHUT'
          when g.deleted_at is not null then 'GAME_RETIRED'
        end as problem,
        p.program, k.inner_block, k.outer_block
      into _rules
      from slots.games as g
      join slots.game_programs as p on p.game_id = g.game_id
      left join slots.server_seeds as k on k.session_id = _session.session_id
      where g.game_id = _session.game_id;
      if not found then
        perform core.raise_unknown_definition(jsonb_build_object('gameId', _session.game_id), _session.game_id);
      end if;
      _is_read := true;
    end if;
    if _bet is not null then
      if _rules.problem is not null or slots.bet_refusal(_bet, _rules.min_bet, _rules.bet_step, _rules.max_bet) is not null then
        perform slots.refuse_bet(
          coalesce(_rules.problem, slots.bet_refusal(_bet, _rules.min_bet, _rules.bet_step, _rules.max_bet)),
          _bet, _rules.min_bet, _rules.bet_step, _rules.max_bet, _part
        );
      end if;
      _fee := _rules.fee;
    else
      _fee := 0::numeric;
    end if;

    -- what it shows and pays
    if _action.type = 'Spin' then
      if _action.amount is not null then
        _stake := _bet;
        _stake_fee := _fee;
      else
        _stake := _session.pending_bet;
        _stake_fee := _session.pending_fee;
      end if;
      if play_actions.observed is null then
        _nonce := _session.nonce;
        _spin := slots.evaluate_stops(_rules.program, slots.draw_stops(
          _rules.inner_block, _rules.outer_block, _session.client_seed, _nonce, (_rules.program).reel_lengths
        ));
        _payout := trunc(_stake * _spin.multiplier, 4);
        _result := slots.spin_document(_spin, _payout);
        _session.nonce := _nonce + 1;
      else
        _payout := (play_actions.observed -> 'payout')::numeric;
        _result := play_actions.observed;
        _nonce := null::bigint;
      end if;
      if _action.next_amount is not null then
        _result := _result || jsonb_build_object('next', jsonb_build_object('stake', _bet));
      end if;
      if _is_before_end then
        _ended_by_spin := _result;
      elsif play_actions.by is not null then
        _result := _result || jsonb_build_object('by', play_actions.by);
      end if;
      _reward := slots.reward(_payout, _stake, _stake_fee, 0, false);
      _totals := row(
        _totals.spins + 1, _totals.wins + (_payout > 0)::integer, _totals."totalBet" + _stake, _totals."totalPayout" + _payout,
        _totals."totalFees" + _stake_fee, _totals."totalReward" + _reward
      )::slots.totals;
    else
      _payout := 0::numeric;
      _reward := 0::numeric;
      _nonce := null::bigint;
      if _action.type = 'PlaceBet' then
        _result := jsonb_build_object('stake', _bet);
      else
        _result := jsonb_strip_nulls(jsonb_build_object('spin', _ended_by_spin, 'by', play_actions.by));
        _ended_by_spin := null::jsonb;
      end if;
    end if;

    -- the money: stakes with their fees, and payouts, counted on the account and chained in the wallet's ledger
    if (_bet is not null or _payout > 0) and _session.current_wallet_id is not null then
      _moved_at := greatest(play_actions.at, _wallet.last_entry_at, _account.last_bet_at);
      if _is_one_day then
        _account.staked := slots.added(_account.staked, coalesce(_bet, 0) + _fee);
        _account.lost := slots.added(_account.lost, coalesce(_bet, 0) + _fee - _payout);
      else
        _account.staked := slots.period_sums(_account.staked, _account.last_bet_at, _moved_at, coalesce(_bet, 0) + _fee);
        _account.lost := slots.period_sums(_account.lost, _account.last_bet_at, _moved_at, coalesce(_bet, 0) + _fee - _payout);
        _wallet.spent_today := slots.spent_on(_wallet, _moved_at);
      end if;
      _account.last_bet_at := _moved_at;
      -- a bet counts as lost until it is paid: what it wins makes no room for itself
      if _bet is not null and (_account.stake_limits <> '{}' or _account.loss_limits <> '{}') then
        _won := case when _action.amount is not null then _payout else 0 end;
        if not (slots.is_within(_account.stake_limits, _account.staked, 0) and slots.is_within(_account.loss_limits, _account.lost, _won)) then
          perform slots.require_within('stake', _account.stake_limits, _account.staked, _bet + _fee, _part);
          perform slots.require_within('loss', _account.loss_limits, slots.added(_account.lost, _won), _bet + _fee, _part);
        end if;
      end if;
      if _action.next_amount is not null then
        _kinds := array['payout', 'stake', 'fee'];
        _amounts := array[_payout, -_bet, -_fee];
      else
        _kinds := array['stake', 'fee', 'payout'];
        _amounts := array[-coalesce(_bet, 0), -_fee, _payout];
      end if;
      for _i in 1 .. 3 loop
        _amount := _amounts[_i];
        continue when _amount = 0;
        _balance := _wallet.balance + _amount;
        if _balance < 0 or _balance >= 1e16 or (_amount < 0 and _wallet.spent_today - _amount > _wallet.daily_limit) then
          perform slots.refuse_entry(_wallet.balance, _wallet.spent_today, _wallet.daily_limit, _amount, _part);
        end if;
        _entry := slots.next_entry(
          _wallet, _kinds[_i], _amount, _session.session_id, _session.event_count + 1,
          case when not _is_before_end then play_actions.idempotency_key end, _moved_at, play_actions.turn.by_service,
          play_actions.turn.actor, 'play'
        );
        _entry.entry_hash := slots.entry_hash(_wallet.last_hash, _entry);
        _entries := _entries || _entry;
        if _amount < 0 then
          _wallet.spent_today := _wallet.spent_today - _amount;
        end if;
        _wallet.balance := _balance;
        _wallet.last_entry_no := _entry.entry_no;
        _wallet.last_entry_at := _moved_at;
        _wallet.last_hash := _entry.entry_hash;
      end loop;
    end if;

    -- the session
    if _bet is not null then
      _session.decided_in := pg_current_xact_id();
    end if;
    if _action.next_amount is not null or _action.type = 'PlaceBet' then
      _session.state := 'Playing'::slots.game_state;
      _session.pending_bet := _bet;
      _session.pending_fee := _fee;
      _session.bet_placed_at := play_actions.at;
    elsif _action.type = 'Spin' then
      _session.state := 'Evaluating'::slots.game_state;
      if _action.amount is null then
        _session.pending_bet := null::numeric(20, 4);
        _session.pending_fee := null::numeric(20, 4);
        _session.bet_placed_at := null::timestamptz;
      end if;
    else
      _session.state := 'Completed'::slots.game_state;
    end if;
    _session.event_count := _session.event_count + 1;
    _session.last_event_at := play_actions.at;

    -- the event and the experience, in the order of their tables' columns
    _id := core.uuid_v7(core.slot_in(_session.session_id));
    _seen_before := _seen_after;
    _seen_after := slots.observation(
      _session.state = 'Completed', _totals."totalPayout" - _totals."totalBet" - _totals."totalFees" - coalesce(_session.pending_bet + _session.pending_fee, 0),
      _session.pending_bet, _totals.spins
    );
    _events := _events || row(
      _session.session_id, _session.event_count, _id, _session.owner_id, _action.document, _result, play_actions.at, _reward, _session.state,
      _wallet.balance, case when _nonce is not null then _session.seed_no end, _nonce, 1
    )::slots.gameplay_events;
    _experiences := _experiences || row(
      _session.session_id, _session.event_count, _id, _session.owner_id, _seen_before, _action.document, _reward, _seen_after, _session.state = 'Completed', play_actions.at, _session.game_id, null, null,
      _session.state = 'Completed' and play_actions.by is not null, _wallet.balance, 2
    )::slots.rl_store;
    if _action.document ?| '{policy,probability}' then
      _experiences[cardinality(_experiences)].action := _action.document - '{policy,probability}'::text[];
      _experiences[cardinality(_experiences)].policy := _action.document #>> '{policy,name}' || '@' || (_action.document #>> '{policy,version}');
      _experiences[cardinality(_experiences)].probability := (_action.document -> 'probability')::float8;
    end if;
  end loop;
  if _stake is not null then
    _session.metrics := to_jsonb(_totals);
  end if;
  return row(
    _session, _wallet, _account, _entries, _events, _experiences, play_actions.turn.by_service, play_actions.turn.actor
  )::slots.turn;
end
$$;
comment on function slots.play_actions(slots.turn, slots.player_action[], text, timestamptz, text, jsonb) is
  'The turn with these actions, one after the other. A CashOut plays the pending bet as a Spin of its own first, and has its result under "spin". by: what '
  'acts in the player''s place, a timeout or a closed account, to which no rule of play applies; ask core.is_settled of the pending bet first. '
  'observed: the result of a Spin that was drawn elsewhere, asked for by slots.record_result, which costs perQueryFee; ask slots.require_action first. '
  'Writes nothing. Raises: STATE_ERROR, BET_PLACED, BET_REQUIRED, BET_UNDER_MINIMUM, BET_LIMIT_EXCEEDED, INSUFFICIENT_FUNDS, WALLET_LIMIT_EXCEEDED, '
  'LIMIT_EXCEEDED, EXCLUDED, COMMIT_FIRST, PLAY_SHUT, GAME_RETIRED, INVALID_INPUT. [helper]';
revoke all on function slots.play_actions(slots.turn, slots.player_action[], text, timestamptz, text, jsonb) from public;
commit;
