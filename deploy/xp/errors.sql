-- Deploy gamekeeper:xp/errors to pg
-- requires: core/errors/errors xp/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
insert into core.errors (code, sqlstate, http_status, meaning, hint) values
  ('NOT_REGISTERED', 'KG301', 404, 'The caller has no xp account yet.', 'Call xp.register_user with the user''s time zone first.'),
  ('CLAIM_WINDOW_CLOSED', 'KG302', 409, 'The claim window of this reward day is closed.', 'DETAIL says when the next one opens.'),
  ('TIMEZONE_CHANGED_RECENTLY', 'KG303', 409, 'The time zone was changed less than seven days ago.', 'DETAIL says from when on it can be changed again.'),
  ('INSUFFICIENT_XP', 'KG304', 409, 'The balance is smaller than the amount to spend.', 'Read xp.xp_balance and spend no more than current_balance.'),
  ('NO_XP', 'KG305', 409, 'The policy gives no XP for this streak day.', 'Claim on another day; an operator can give the day a bonus in a new policy version.'),
  ('RULE_IMMUTABLE', 'KG306', 409, 'An activated policy version is never changed or removed.', 'Create a new version with xp.create_rule and activate it.'),
  ('ALREADY_REGISTERED', 'KG307', 409, 'The user is registered with another time zone or segment.', 'Change the zone with xp.change_timezone; the segment is the service''s to change.'),
  ('SEASON_EXISTS', 'KG308', 409, 'A season of that name, or one of that kind in some of those days, exists.', 'Read xp.xp_seasons; choose another name and days that no season of the kind has.');
commit;
