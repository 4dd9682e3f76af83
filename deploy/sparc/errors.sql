-- Deploy gamekeeper:sparc/errors to pg
-- requires: core/errors/errors sparc/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
insert into core.errors (code, sqlstate, http_status, meaning, hint) values
  ('CHARACTER_LIMIT', 'KG401', 409, 'A user has at most ten characters.', 'Delete a character, then create the new one.'),
  ('SESSION_FULL', 'KG402', 409, 'Every seat of this session is taken.', 'Browse for another session, or ask the Seer for a seat.'),
  ('CHARACTER_BUSY', 'KG403', 409, 'This character sits in another session that is not over.', 'Leave that session first, or join with another character.'),
  ('ALREADY_JOINED', 'KG404', 409, 'The caller sits in this session already.', 'Leave the session first to come back with another character.'),
  ('SEER_CANNOT_PLAY', 'KG405', 409, 'The Seer of a session is not one of its players.', 'Join from another account; the Seer rolls for other figures with characters of their own.'),
  ('SEER_CANNOT_LEAVE', 'KG406', 409, 'The Seer cannot leave the session.', 'End the session with end_session.'),
  ('KICKED', 'KG407', 403, 'The Seer removed the caller from this session.', 'Join another session.'),
  ('ADVENTURE_INVALID', 'KG408', 422, 'The content of this adventure has errors, so it cannot be published.', 'DETAIL lists the problems, as validation_errors does; correct them and publish again.'),
  ('HEROIC_SAVE_USED', 'KG409', 409, 'This character made its heroic save in this encounter already.', 'Wait until the Seer starts or ends an encounter.'),
  ('HEROIC_SAVE_EXPIRED', 'KG410', 409, 'A heroic save must come within 30 seconds of the failed roll.', 'Roll again when the Seer asks for it.'),
  ('HEROIC_SAVE_NOT_FAILED', 'KG411', 409, 'Only a failed roll that is no heroic save itself can be saved.', 'Pass the id of a roll of yours with success false.'),
  ('NOT_A_PARTICIPANT', 'KG412', 403, 'Only who took part in a completed session of this adventure, and did not write it, can rate it.', 'Play the adventure to its end, then rate it.'),
  ('NAME_TAKEN', 'KG413', 409, 'The caller has a character of this name already.', 'Choose another name.'),
  ('NO_PLAYERS', 'KG414', 409, 'A session cannot start without a player.', 'Wait until a player has joined.'),
  ('CODE_EXHAUSTED', 'KG415', 503, 'No free session code was found.', 'Call again; archive old sessions if it happens twice.'),
  ('NAME_LOCKED', 'KG416', 409, 'A character keeps its name while it is in an active session.', 'Rename the character after the session.'),
  ('UNCHANGEABLE', 'KG417', 409, 'This column is never changed after the row was written.', 'DETAIL names the column; create a new row instead.'),
  ('PROFILE_MISSING', 'KG418', 409, 'The caller has no profile in sparc.users.', 'Sign up through auth.users, whose trigger makes the profile.'),
  ('CHARACTER_PLAYS', 'KG419', 409, 'A character cannot be deleted while it sits in an active session.', 'Leave the session first, or delete the character when it is over.');
commit;
