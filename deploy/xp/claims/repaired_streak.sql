-- Deploy gamekeeper:xp/claims/repaired_streak to pg
-- requires: xp/streaks/unseen_repairs xp/streaks/left_streak xp/claims/excused_days xp/claims/xp_awards xp/streaks/next_streak xp/streaks/held_freezes xp/seasons/season_before xp/policies/xp_rules
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Repairs are few and claims are many: a claim looks up the entries behind those that it has seen. Only where a new one excuses a
-- day before the last award are the awards since evaluated once more, from one before that day on; twice gives the same.
create function xp.repaired_streak(account xp.xp_users, streak_key text, prior xp.streak_state)
returns xp.streak_state
language plpgsql
stable
parallel safe
as $$
declare
  _user_id constant bigint := repaired_streak.account.user_id;
  _last constant date := xp.day_of(repaired_streak.prior.last_reward_day_id);
  _low constant text := coalesce(repaired_streak.streak_key || ':', '');
  _high constant text := coalesce(repaired_streak.streak_key || ';', ':');
  _seen constant jsonb := repaired_streak.prior.model_state -> 'repairs';
  _claimed constant jsonb := coalesce(repaired_streak.prior.model_state -> 'claimedMilestones', '[]');
  _new record;
  _first_day date;
  _is_first boolean := true;
  _award xp.xp_awards;
  _day date;
  _terms xp.policy_terms;
  _season xp.xp_seasons;
  _state xp.streak_state := repaired_streak.prior;
  _reached jsonb;
begin
  select
    max(u.entry_no) filter (where u.user_id = 0) as for_many, max(u.entry_no) filter (where u.user_id > 0) as for_user,
    min(u.first_day) as first_day
  into _new
  from xp.unseen_repairs(repaired_streak.account, repaired_streak.prior.model_state) as u;
  if _new.first_day is null or _last is null then
    return repaired_streak.prior;
  end if;

  if _new.first_day < _last then
    -- The award to begin with lies before the first day that is new, and had seen all repairs of days before it.
    _first_day := _new.first_day;
    while _first_day is not null loop
      select a.* into _award
      from xp.xp_awards as a
      where a.user_id = _user_id and a.reward_day_id >= _low and a.reward_day_id < _low || xp.day_id(_first_day)
      order by a.reward_day_id desc
      limit 1;
      select min(u.first_day) into _first_day
      from xp.unseen_repairs(repaired_streak.account, _award.model_state_snapshot) as u
      having min(u.first_day) < xp.day_of(right(_award.reward_day_id, 10));
    end loop;
    for _award in
      select a.*
      from xp.xp_awards as a
      where a.user_id = _user_id and a.reward_day_id < _high and a.reward_day_id >= coalesce(_award.reward_day_id, _low)
      order by a.reward_day_id
    loop
      _day := xp.day_of(right(_award.reward_day_id, 10));
      if _is_first then
        _is_first := false;
        _state := row(
          _award.streak_day, _award.longest_streak, _award.grace_used, xp.day_id(_day), _award.model_state_snapshot
        )::xp.streak_state;
      else
        select (r.terms).* into strict _terms
        from xp.xp_rules as r
        where r.policy_key = _award.policy_key and r.version = _award.policy_version;
        _season := xp.season_before(_day, _terms.season_kind);
        _state := xp.left_streak(xp.next_streak(
          _terms, _state, _day, _award.created_at, row(_season.starts_on, _season.ends_on)::xp.season_bounds,
          xp.excused_days(repaired_streak.account, _terms, xp.day_of(_state.last_reward_day_id), _day)
        ));
      end if;
      _state := xp.held_freezes(_user_id, repaired_streak.streak_key, _state);
    end loop;
    -- What was told stays told, the longest streak never falls, and a milestone that was reached unseen is told by the next claim.
    select jsonb_agg(distinct m.day)
    into _reached
    from jsonb_array_elements(
      coalesce(repaired_streak.prior.model_state -> 'reachedMilestones', '[]') || coalesce(_state.model_state -> 'claimedMilestones', '[]')
    ) as m (day)
    where not _claimed @> m.day;
    _state.longest_streak := greatest(_state.longest_streak, repaired_streak.prior.longest_streak);
    _state.model_state := (_state.model_state - array['claimedMilestones', 'reachedMilestones']) || jsonb_strip_nulls(
      jsonb_build_object('claimedMilestones', nullif(_claimed, '[]'), 'reachedMilestones', _reached)
    );
  end if;
  _state.model_state := _state.model_state || jsonb_build_object('repairs', coalesce(_seen, '{}') || jsonb_strip_nulls(
    jsonb_build_object('all', _new.for_many, 'own', _new.for_user)
  ));
  return _state;
end
$$;
comment on function xp.repaired_streak(xp.xp_users, text, xp.streak_state) is
  'The streak that the next claim goes on from: as the last one left it, with the repairs that it had not seen. docs/xp.md, "An outage ate streaks". [helper]';
revoke all on function xp.repaired_streak(xp.xp_users, text, xp.streak_state) from public;
commit;
