-- Deploy gamekeeper:cards/writing/plan_room to pg
-- requires: cards/games/game_states cards/games/room_directory cards/games/count_people core/records/setting cards/settings
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type cards.room_plan as (
  action text,
  at timestamptz
);
comment on type cards.room_plan is 'What upkeep does next in a room that has not begun.';
comment on column cards.room_plan.action is 'start, pass or close; null where it does nothing.';
comment on column cards.room_plan.at is 'When, unless something happens before.';

-- Nothing that one person does again and again can put off a start or a change of the host: only the host's own acts, and these
-- not the start of a room that matchmake made.
create function cards.plan_room(game cards.game_states)
returns cards.room_plan
language sql
stable
parallel safe
return (
  select row(p.action, p.at)::cards.room_plan
  from cards.room_directory as r
  cross join lateral (
    values
      ('start', case when r.is_matchmade then (plan_room.game).enough_since + make_interval(secs => core.setting('cards.room_wait')::integer) end),
      (
        'pass',
        case
          when r.is_public and not r.is_matchmade and cards.count_people((plan_room.game).state) > 1
            then (plan_room.game).host_since + make_interval(secs => core.setting('cards.lobby_timeout')::integer)
        end
      ),
      (
        'close',
        (plan_room.game).acted_at + make_interval(secs => core.setting(
          case when r.is_public then 'cards.public_room_timeout' else 'cards.private_room_timeout' end
        )::integer)
      )
  ) as p (action, at)
  where r.game_id = (plan_room.game).game_id
    and (plan_room.game).host_since is not null
    and ((plan_room.game).state).phase = 'lobby'
    and p.at is not null
  order by p.at
  limit 1
);
comment on function cards.plan_room(cards.game_states) is
  'What upkeep does next in a room that has not begun, and when: a room that matchmake made starts, a public one passes to the next '
  'person, a silent one closes. Nothing in a room that another engine fills. [helper]';
revoke all on function cards.plan_room(cards.game_states) from public;
commit;
