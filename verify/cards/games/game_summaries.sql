-- Verify gamekeeper:cards/games/game_summaries on pg
begin;
set local role gamekeeper;
do $$
begin
  perform game_id, players, rounds, final_scores, highest_bid, highest_score, lowest_score, most_consecutive_wins, most_consecutive_losses, highest_misplay, is_public, member_ids, created_at from cards.game_summaries where false;
  if not has_column_privilege('authenticated', 'cards.game_summaries', 'game_id', 'select')
    or has_column_privilege('authenticated', 'cards.game_summaries', 'member_ids', 'select')
    or has_column_privilege('service_role', 'cards.game_summaries', 'member_ids', 'select')
    or has_any_column_privilege('anon', 'cards.game_summaries', 'select')
  then
    raise exception 'cards.game_summaries has the wrong privileges';
  end if;
  if not (select relrowsecurity from pg_class where oid = 'cards.game_summaries'::regclass) then
    raise exception 'cards.game_summaries has no row level security';
  end if;
  if not exists (select from pg_trigger where tgrelid = 'cards.game_summaries'::regclass and tgname = 'append_only_update' and tgenabled = 'O') then
    raise exception 'cards.game_summaries has no trigger append_only_update';
  end if;
  if not exists (select from pg_trigger where tgrelid = 'cards.game_summaries'::regclass and tgname = 'append_only_delete' and tgenabled = 'O') then
    raise exception 'cards.game_summaries has no trigger append_only_delete';
  end if;
  if not exists (select from pg_trigger where tgrelid = 'cards.game_summaries'::regclass and tgname = 'append_only_truncate' and tgenabled = 'O') then
    raise exception 'cards.game_summaries has no trigger append_only_truncate';
  end if;
  if not exists (select from pg_constraint where conname = 'games_completed_has_summary') then
    raise exception 'cards.games lacks its summary''s foreign key';
  end if;
end
$$;
rollback;
