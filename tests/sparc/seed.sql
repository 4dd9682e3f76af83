-- Every name of seed 004 stands, or stands in docs/deviations/sparc.md.
begin;
select plan(91);

select has_table('sparc'::name, t::name, format('the table %s stands', t))
from unnest(array['users', 'characters', 'adventures', 'creatures', 'sessions', 'session_players', 'dice_rolls', 'session_events', 'tutorial_progress', 'archived_sessions']) as t;
select enum_has_labels('sparc'::name, e::name, labels::name[], format('the type %s has the labels of the seed', e))
from (values
  ('character_class', array['warrior', 'rogue', 'wizard', 'cleric', 'paladin', 'ranger', 'necromancer']),
  ('difficulty_level', array['easy', 'medium', 'hard']),
  ('adventure_status', array['draft', 'published', 'archived']),
  ('session_status', array['waiting', 'starting_soon', 'active', 'paused', 'completed', 'cancelled']),
  ('roll_outcome', array['critical_success', 'success', 'failure', 'critical_failure']),
  ('roll_type', array['attribute_check', 'attack', 'defense', 'initiative', 'damage', 'healing', 'ability', 'heroic_save']),
  ('attribute', array['might', 'grace', 'wit', 'heart']),
  ('tutorial_path', array['player', 'seer'])
) as seed (e, labels);

-- the columns of the seed, in its order
select is(
  array(select a.attname::text from pg_attribute a where a.attrelid = ('sparc.' || t)::regclass and a.attnum > 0 and a.attname = any (columns) order by a.attname),
  array(select c from unnest(columns) c order by c), format('%s has the columns of the seed', t))
from (values
  ('users', string_to_array('id email display_name avatar_url bio is_verified games_played games_run created_at updated_at', ' ')),
  ('characters', string_to_array('id user_id name class might grace wit heart hit_points max_hit_points experience level equipment special_ability last_played_at created_at updated_at', ' ')),
  ('adventures', string_to_array('id creator_id name description thumbnail_url artwork_url difficulty estimated_duration min_players max_players content status published_at is_valid validation_errors times_played average_rating created_at updated_at', ' ')),
  ('creatures', string_to_array('id adventure_id name description stats abilities hit_points armor created_at updated_at', ' ')),
  ('sessions', string_to_array('id seer_id adventure_id code is_public max_players looking_for scheduled_start status current_scene_id current_encounter_id game_state started_at ended_at created_at updated_at', ' ')),
  ('session_players', string_to_array('session_id user_id character_id is_active heroic_saves_used joined_at left_at', ' ')),
  ('dice_rolls', string_to_array('id session_id character_id character_name attribute dice_count difficulty roll_type modifiers results total modified_total success outcome margin description animation_seed original_roll_id created_at', ' ')),
  ('session_events', string_to_array('id session_id event_type payload created_at', ' ')),
  ('tutorial_progress', string_to_array('user_id path current_step completed_steps started_at completed_at skipped updated_at', ' '))
) as seed (t, columns);

select is(
  (select c.relnamespace::regnamespace::text || ' ' || x.indrelid::regclass from pg_class c join pg_index x on x.indexrelid = c.oid where c.relname = i and c.relnamespace = 'sparc'::regnamespace),
  'sparc sparc.' || t, format('the index %s stands', i))
from (values
  ('users', 'idx_users_display_name'), ('users', 'idx_users_created_at'),
  ('characters', 'idx_characters_user_id'), ('characters', 'idx_characters_class'), ('characters', 'idx_characters_last_played'),
  ('adventures', 'idx_adventures_creator_id'), ('adventures', 'idx_adventures_status'), ('adventures', 'idx_adventures_published'),
  ('adventures', 'idx_adventures_difficulty'), ('adventures', 'idx_adventures_content'),
  ('sessions', 'idx_sessions_seer_id'), ('sessions', 'idx_sessions_adventure_id'), ('sessions', 'idx_sessions_status'), ('sessions', 'idx_sessions_public_waiting'),
  ('session_players', 'idx_session_players_character'), ('session_players', 'idx_session_players_active'),
  ('dice_rolls', 'idx_dice_rolls_session'), ('dice_rolls', 'idx_dice_rolls_character'), ('dice_rolls', 'idx_dice_rolls_created'), ('dice_rolls', 'idx_dice_rolls_type'),
  ('session_events', 'idx_session_events_session'), ('session_events', 'idx_session_events_created'),
  ('tutorial_progress', 'idx_tutorial_completed')
) as seed (t, i);
select is(
  (select count(*) from pg_index x where x.indrelid = 'sparc.sessions'::regclass and x.indkey::text = (select attnum::text from pg_attribute where attrelid = 'sparc.sessions'::regclass and attname = 'code')),
  1::bigint, 'the code has one index, that of its unique constraint');

select is((select count(*) from pg_trigger where tgrelid = t::regclass and tgname = g), 1::bigint, format('the trigger %s stands', g))
from (values ('sparc.characters', 'enforce_character_limit'), ('sparc.sessions', 'set_session_code'), ('sparc.session_players', 'enforce_session_capacity'), ('sparc.sessions', 'on_session_complete')) as seed (t, g);
select is((select count(*) from pg_trigger where tgrelid = 'auth.users'::regclass and tgfoid = 'sparc.handle_new_user'::regproc), 1::bigint, 'the sign-up trigger stands');
select has_function('sparc'::name, f::name, format('the function %s stands', f))
from unnest(array['handle_new_user', 'check_character_limit', 'generate_session_code', 'check_session_capacity', 'get_session_details', 'update_user_stats']) as f;
select is((select count(*) from pg_constraint where conrelid = ('sparc.' || t)::regclass and conname = c), 1::bigint, format('the constraint %s of %s stands', c, t))
from (values
  ('characters', 'unique_user_character_name'), ('characters', 'valid_name'), ('adventures', 'valid_player_range'), ('adventures', 'valid_name'),
  ('sessions', 'valid_code'), ('dice_rolls', 'valid_results')
) as seed (t, c);
select is((select relrowsecurity from pg_class where oid = ('sparc.' || t)::regclass), true, format('%s has row level security', t))
from unnest(array['users', 'characters', 'adventures', 'sessions', 'session_players', 'dice_rolls', 'session_events', 'tutorial_progress', 'creatures', 'archived_sessions']) as t;

-- what the specification adds, with its parameters
select is(
  (select array_to_string(p.proargnames[1:p.pronargs], ', ') from pg_proc p where p.pronamespace = 'sparc'::regnamespace and p.proname = f),
  arguments, format('the parameters of %s are (%s)', f, arguments))
from (values
  ('create_session', 'adventure_id, max_players, is_public, scheduled_start, looking_for, allow_late_join, idempotency_key'), ('find_session_by_code', 'code'),
  ('join_session', 'code, character_id'), ('heroic_save', 'original_roll_id, idempotency_key'), ('throw_roll', 'roll_id'), ('reveal_roll', 'roll_id'),
  ('roll_dice', 'session_id, character_id, attribute, difficulty, roll_type, modifiers, description, creature_id, is_hidden, idempotency_key'),
  ('verify_roll', 'roll_id'), ('list_session_events', 'session_id, after_seq, page_size'),
  ('browse_sessions', 'difficulty, search, min_open_slots, after, page_size'), ('rate_adventure', 'adventure_id, rating'),
  ('start_tutorial', 'path'), ('complete_step', 'step')
) as spec (f, arguments);

select test.as_owner();
select * from finish();
rollback;
