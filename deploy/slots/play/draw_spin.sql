-- Deploy gamekeeper:slots/play/draw_spin to pg
-- requires: slots/fairness/draw_stops slots/games/spin slots/games/evaluate_stops slots/games/game_programs slots/sessions/sessions slots/fairness/server_seeds
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.draw_spin(session slots.sessions)
returns slots.spin
language plpgsql
stable
as $$
begin
  return (
    select slots.evaluate_stops(
      p.program,
      slots.draw_stops(
        k.inner_block, k.outer_block, draw_spin.session.client_seed, draw_spin.session.nonce, (p.program).reel_lengths
      )
    )
    from slots.server_seeds as k
    cross join slots.game_programs as p
    where k.session_id = draw_spin.session.session_id and p.game_id = draw_spin.session.game_id
  );
end
$$;
comment on function slots.draw_spin(slots.sessions) is
  'What the reels show at the session''s present nonce: the same whenever and by whomever it is asked. Reads the '
  'secret seed, so ask core.is_settled first. [helper]';
revoke all on function slots.draw_spin(slots.sessions) from public;
commit;
