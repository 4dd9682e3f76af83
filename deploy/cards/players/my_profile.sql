-- Deploy gamekeeper:cards/players/my_profile to pg
-- requires: core/callers/require_user core/keys/slot_of core/shards/require_slot cards/players/players cards/players/plain_profile
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.my_profile()
returns table (player_id uuid, display_name text, avatar_seed text, color text)
language plpgsql
stable
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
declare
  _user_id constant text := core.require_user()::text;
begin
  perform core.require_slot(core.slot_of(_user_id));
  return query
    select p.id, p.display_name, p.avatar_seed, p.color
    from cards.players as p
    where p.user_id = _user_id;
  if not found then
    return query select n.player_id, n.display_name, n.avatar_seed, n.color from cards.plain_profile(_user_id) as n;
  end if;
end
$$;
comment on function cards.my_profile() is
  'The caller''s player and how it is shown; before the first game or profile, as it will be. What a client brings along to a game on '
  'another server. Raises: UNAUTHENTICATED. [client]';
revoke all on function cards.my_profile() from public;
grant execute on function cards.my_profile() to authenticated, service_role;
commit;
