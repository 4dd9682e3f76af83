-- Deploy gamekeeper:cards/players/plain_profile to pg
-- requires: cards/players/player_id_of
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.plain_profile(user_id text)
returns table (player_id uuid, display_name text, avatar_seed text, color text)
language sql
stable
parallel safe
begin atomic
  select p.player_id, 'Player', p.player_id::text, '#808080'
  from (select cards.player_id_of(plain_profile.user_id) as player_id offset 0) as p;
end;
comment on function cards.plain_profile(text) is
  'The player of a person with the profile that it has until the person chooses another: the avatar is drawn from the player''s id, '
  'never from the account''s. [helper]';
revoke all on function cards.plain_profile(text) from public;
commit;
