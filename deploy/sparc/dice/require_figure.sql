-- Deploy gamekeeper:sparc/dice/require_figure to pg
-- requires: core/errors/raise sparc/people/reject_input sparc/characters/characters sparc/adventures/creatures sparc/sessions/session_players sparc/dice/attribute sparc/dice/figure
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A player rolls for the character that they sit with. The Seer rolls for any character that sits or sat there, for
-- characters of their own, and for creatures of the adventure.
create function sparc.require_figure(
  session sparc.sessions, roller_id uuid, character_id uuid, creature_id uuid, attribute sparc.attribute
)
returns sparc.figure
language plpgsql
stable
as $$
declare
  _is_seer constant boolean := (require_figure.session).seer_id = require_figure.roller_id;
  _character sparc.characters;
  _seat sparc.session_players;
  _figure sparc.figure;
begin
  if require_figure.creature_id is not null then
    if not _is_seer then
      perform core.raise('FORBIDDEN', jsonb_build_object('field', 'creature_id'));
    end if;
    select c.name, substring(c.stats ->> require_figure.attribute::text from '^[1-6]$')::integer
    into _figure
    from sparc.creatures as c
    where c.id = require_figure.creature_id and c.adventure_id = (require_figure.session).adventure_id;
    if not found then
      perform core.raise('NOT_FOUND', jsonb_build_object('field', 'creature_id'));
    elsif _figure.dice is null then
      perform sparc.reject_input('creature_id', format('has no 1 to 6 as %s in its stats', require_figure.attribute));
    end if;
    return _figure;
  end if;

  select * into _character from sparc.characters as c where c.id = require_figure.character_id;
  select *
  into _seat
  from sparc.session_players as p
  where p.session_id = (require_figure.session).id and p.character_id = require_figure.character_id;
  if not coalesce(_seat.is_active and _seat.user_id = require_figure.roller_id, false)
    and not (_is_seer and (_seat.user_id is not null or coalesce(_character.user_id = require_figure.roller_id and _character.deleted_at is null, false))) then
    perform core.raise(
      case
        when coalesce(_seat.is_active, false) or coalesce(_character.user_id = require_figure.roller_id, false)
          then 'FORBIDDEN'
        else 'NOT_FOUND'
      end,
      jsonb_build_object('field', 'character_id')
    );
  end if;
  _figure.name := _character.name;
  _figure.dice := case require_figure.attribute
    when 'might' then _character.might
    when 'grace' then _character.grace
    when 'wit' then _character.wit
    when 'heart' then _character.heart
  end;
  return _figure;
end
$$;
comment on function sparc.require_figure(sparc.sessions, uuid, uuid, uuid, sparc.attribute) is
  'Refuses a roll for a character or creature that is not the roller''s to roll for, and returns its name and dice. '
  'Raises: FORBIDDEN, NOT_FOUND, INVALID_INPUT. [helper]';
revoke all on function sparc.require_figure(sparc.sessions, uuid, uuid, uuid, sparc.attribute) from public;
commit;
