-- The phases between which the events of one game led.
select b.phase as from_phase, e.type as event, a.phase as to_phase
from cards.game_events as e
cross join lateral (select (cards.replay_state(e.game_id, e.event_index - 1)).phase) as b
cross join lateral (select (cards.replay_state(e.game_id, e.event_index)).phase) as a
where e.game_id = %(game_id)s and e.event_index > 0
group by 1, 2, 3
