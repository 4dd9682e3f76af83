-- Seed 004's tables that a roll touches, with their indexes, triggers and policies, verbatim but for the schema they stand
-- in. Its trigger on auth.users is left out: there is one already.
create schema seed;
set search_path = seed, pg_catalog;

CREATE TABLE users (
  id UUID PRIMARY KEY REFERENCES auth.users(id) ON DELETE CASCADE,
  email TEXT NOT NULL UNIQUE,
  display_name TEXT NOT NULL,
  avatar_url TEXT,
  bio TEXT,
  is_verified BOOLEAN NOT NULL DEFAULT false,
  games_played INTEGER NOT NULL DEFAULT 0,
  games_run INTEGER NOT NULL DEFAULT 0,
  created_at TIMESTAMPTZ NOT NULL DEFAULT NOW(),
  updated_at TIMESTAMPTZ NOT NULL DEFAULT NOW()
);

-- Indexes
CREATE INDEX idx_users_display_name ON users(display_name);
CREATE INDEX idx_users_created_at ON users(created_at DESC);

CREATE TYPE character_class AS ENUM (
  'warrior', 'rogue', 'wizard', 'cleric', 'paladin', 'ranger', 'necromancer'
);

CREATE TABLE characters (
  id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  class character_class NOT NULL,

  -- Attributes (1-6 each)
  might INTEGER NOT NULL CHECK (might BETWEEN 1 AND 6),
  grace INTEGER NOT NULL CHECK (grace BETWEEN 1 AND 6),
  wit INTEGER NOT NULL CHECK (wit BETWEEN 1 AND 6),
  heart INTEGER NOT NULL CHECK (heart BETWEEN 1 AND 6),

  -- Status
  hit_points INTEGER NOT NULL DEFAULT 6 CHECK (hit_points BETWEEN 0 AND 6),
  max_hit_points INTEGER NOT NULL DEFAULT 6 CHECK (max_hit_points BETWEEN 1 AND 10),
  experience INTEGER NOT NULL DEFAULT 0,
  level INTEGER NOT NULL DEFAULT 1 CHECK (level BETWEEN 1 AND 10),

  -- Equipment and abilities
  equipment JSONB NOT NULL DEFAULT '[]',
  special_ability JSONB NOT NULL,

  -- Metadata
  last_played_at TIMESTAMPTZ,
  created_at TIMESTAMPTZ NOT NULL DEFAULT NOW(),
  updated_at TIMESTAMPTZ NOT NULL DEFAULT NOW(),

  -- Constraints
  CONSTRAINT unique_user_character_name UNIQUE (user_id, name),
  CONSTRAINT valid_name CHECK (char_length(name) BETWEEN 2 AND 50)
);

-- Indexes
CREATE INDEX idx_characters_user_id ON characters(user_id);
CREATE INDEX idx_characters_class ON characters(class);
CREATE INDEX idx_characters_last_played ON characters(last_played_at DESC NULLS LAST);

-- Limit characters per user
CREATE OR REPLACE FUNCTION check_character_limit()
RETURNS TRIGGER AS $$
BEGIN
  IF (SELECT COUNT(*) FROM characters WHERE user_id = NEW.user_id) >= 10 THEN
    RAISE EXCEPTION 'Character limit reached (maximum 10)';
  END IF;
  RETURN NEW;
END;
$$ LANGUAGE plpgsql;

CREATE TRIGGER enforce_character_limit
  BEFORE INSERT ON characters
  FOR EACH ROW EXECUTE FUNCTION check_character_limit();

CREATE TYPE difficulty_level AS ENUM ('easy', 'medium', 'hard');
CREATE TYPE adventure_status AS ENUM ('draft', 'published', 'archived');

CREATE TABLE adventures (
  id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
  creator_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,

  -- Basic info
  name TEXT NOT NULL,
  description TEXT,
  thumbnail_url TEXT,
  artwork_url TEXT,

  -- Game settings
  difficulty difficulty_level NOT NULL DEFAULT 'medium',
  estimated_duration INTEGER NOT NULL DEFAULT 60, -- minutes
  min_players INTEGER NOT NULL DEFAULT 2 CHECK (min_players BETWEEN 1 AND 6),
  max_players INTEGER NOT NULL DEFAULT 4 CHECK (max_players BETWEEN 1 AND 6),

  -- Content (Adventure Forge data)
  content JSONB NOT NULL DEFAULT '{}',

  -- Publishing
  status adventure_status NOT NULL DEFAULT 'draft',
  published_at TIMESTAMPTZ,

  -- Validation
  is_valid BOOLEAN NOT NULL DEFAULT false,
  validation_errors JSONB NOT NULL DEFAULT '[]',

  -- Stats
  times_played INTEGER NOT NULL DEFAULT 0,
  average_rating DECIMAL(3, 2),

  -- Metadata
  created_at TIMESTAMPTZ NOT NULL DEFAULT NOW(),
  updated_at TIMESTAMPTZ NOT NULL DEFAULT NOW(),

  CONSTRAINT valid_player_range CHECK (min_players <= max_players),
  CONSTRAINT valid_name CHECK (char_length(name) BETWEEN 3 AND 100)
);

-- Indexes
CREATE INDEX idx_adventures_creator_id ON adventures(creator_id);
CREATE INDEX idx_adventures_status ON adventures(status);
CREATE INDEX idx_adventures_published ON adventures(published_at DESC)
  WHERE status = 'published';
CREATE INDEX idx_adventures_difficulty ON adventures(difficulty)
  WHERE status = 'published';
CREATE INDEX idx_adventures_content ON adventures USING gin(content);

CREATE TYPE session_status AS ENUM (
  'waiting',        -- Created, waiting for players
  'starting_soon',  -- About to start
  'active',         -- Game in progress
  'paused',         -- Temporarily paused
  'completed',      -- Finished successfully
  'cancelled'       -- Cancelled by Seer
);

CREATE TABLE sessions (
  id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
  seer_id UUID NOT NULL REFERENCES users(id),
  adventure_id UUID NOT NULL REFERENCES adventures(id),

  -- Session config
  code CHAR(6) NOT NULL UNIQUE,
  is_public BOOLEAN NOT NULL DEFAULT false,
  max_players INTEGER NOT NULL DEFAULT 4 CHECK (max_players BETWEEN 2 AND 6),
  looking_for TEXT,  -- Party composition note

  -- Scheduling
  scheduled_start TIMESTAMPTZ,

  -- Game state
  status session_status NOT NULL DEFAULT 'waiting',
  current_scene_id TEXT,
  current_encounter_id TEXT,
  game_state JSONB NOT NULL DEFAULT '{}',

  -- Timing
  started_at TIMESTAMPTZ,
  ended_at TIMESTAMPTZ,

  -- Metadata
  created_at TIMESTAMPTZ NOT NULL DEFAULT NOW(),
  updated_at TIMESTAMPTZ NOT NULL DEFAULT NOW(),

  CONSTRAINT valid_code CHECK (code ~ '^[A-Z0-9]{6}$')
);

-- Indexes
CREATE INDEX idx_sessions_seer_id ON sessions(seer_id);
CREATE INDEX idx_sessions_adventure_id ON sessions(adventure_id);
CREATE INDEX idx_sessions_status ON sessions(status);
CREATE INDEX idx_sessions_code ON sessions(code);
CREATE INDEX idx_sessions_public_waiting ON sessions(is_public, status, scheduled_start)
  WHERE is_public = true AND status IN ('waiting', 'starting_soon');

-- Generate unique session code
CREATE OR REPLACE FUNCTION generate_session_code()
RETURNS TRIGGER AS $$
DECLARE
  new_code CHAR(6);
  code_exists BOOLEAN;
BEGIN
  LOOP
    new_code := upper(substr(md5(random()::text), 1, 6));
    SELECT EXISTS(SELECT 1 FROM sessions WHERE code = new_code) INTO code_exists;
    EXIT WHEN NOT code_exists;
  END LOOP;
  NEW.code := new_code;
  RETURN NEW;
END;
$$ LANGUAGE plpgsql;

CREATE TRIGGER set_session_code
  BEFORE INSERT ON sessions
  FOR EACH ROW
  WHEN (NEW.code IS NULL)
  EXECUTE FUNCTION generate_session_code();

CREATE TABLE session_players (
  session_id UUID NOT NULL REFERENCES sessions(id) ON DELETE CASCADE,
  user_id UUID NOT NULL REFERENCES users(id),
  character_id UUID NOT NULL REFERENCES characters(id),

  -- Status
  is_active BOOLEAN NOT NULL DEFAULT true,
  heroic_saves_used INTEGER NOT NULL DEFAULT 0,

  -- Timing
  joined_at TIMESTAMPTZ NOT NULL DEFAULT NOW(),
  left_at TIMESTAMPTZ,

  PRIMARY KEY (session_id, user_id)
);

-- Indexes
CREATE INDEX idx_session_players_character ON session_players(character_id);
CREATE INDEX idx_session_players_active ON session_players(session_id)
  WHERE is_active = true;

-- Enforce max players
CREATE OR REPLACE FUNCTION check_session_capacity()
RETURNS TRIGGER AS $$
DECLARE
  current_count INTEGER;
  max_count INTEGER;
BEGIN
  SELECT COUNT(*) INTO current_count
  FROM session_players
  WHERE session_id = NEW.session_id AND is_active = true;

  SELECT max_players INTO max_count
  FROM sessions
  WHERE id = NEW.session_id;

  IF current_count >= max_count THEN
    RAISE EXCEPTION 'Session is full';
  END IF;

  RETURN NEW;
END;
$$ LANGUAGE plpgsql;

CREATE TRIGGER enforce_session_capacity
  BEFORE INSERT ON session_players
  FOR EACH ROW EXECUTE FUNCTION check_session_capacity();

CREATE TYPE roll_outcome AS ENUM (
  'critical_success',
  'success',
  'failure',
  'critical_failure'
);

CREATE TYPE roll_type AS ENUM (
  'attribute_check',
  'attack',
  'defense',
  'initiative',
  'damage',
  'healing',
  'ability',
  'heroic_save'
);

CREATE TYPE attribute AS ENUM ('might', 'grace', 'wit', 'heart');

CREATE TABLE dice_rolls (
  id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
  session_id UUID NOT NULL REFERENCES sessions(id) ON DELETE CASCADE,
  character_id UUID NOT NULL REFERENCES characters(id),
  character_name TEXT NOT NULL,

  -- Roll parameters
  attribute attribute NOT NULL,
  dice_count INTEGER NOT NULL CHECK (dice_count BETWEEN 1 AND 10),
  difficulty INTEGER NOT NULL CHECK (difficulty BETWEEN 3 AND 18),
  roll_type roll_type NOT NULL,
  modifiers JSONB NOT NULL DEFAULT '[]',

  -- Results
  results INTEGER[] NOT NULL,
  total INTEGER NOT NULL,
  modified_total INTEGER NOT NULL,
  success BOOLEAN NOT NULL,
  outcome roll_outcome NOT NULL,
  margin INTEGER NOT NULL,

  -- Display
  description TEXT,
  animation_seed BIGINT,

  -- Heroic save tracking
  original_roll_id UUID REFERENCES dice_rolls(id),

  -- Metadata
  created_at TIMESTAMPTZ NOT NULL DEFAULT NOW(),

  -- Ensure results match dice_count
  CONSTRAINT valid_results CHECK (array_length(results, 1) = dice_count)
);

-- Indexes
CREATE INDEX idx_dice_rolls_session ON dice_rolls(session_id);
CREATE INDEX idx_dice_rolls_character ON dice_rolls(character_id);
CREATE INDEX idx_dice_rolls_created ON dice_rolls(created_at DESC);
CREATE INDEX idx_dice_rolls_type ON dice_rolls(session_id, roll_type);

CREATE TABLE session_events (
  id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
  session_id UUID NOT NULL REFERENCES sessions(id) ON DELETE CASCADE,
  event_type TEXT NOT NULL,
  payload JSONB NOT NULL DEFAULT '{}',
  created_at TIMESTAMPTZ NOT NULL DEFAULT NOW()
);

-- Indexes
CREATE INDEX idx_session_events_session ON session_events(session_id);
CREATE INDEX idx_session_events_created ON session_events(session_id, created_at DESC);

-- Auto-cleanup old events (keep 24 hours)
CREATE OR REPLACE FUNCTION cleanup_old_events()
RETURNS TRIGGER AS $$
BEGIN
  DELETE FROM session_events
  WHERE created_at < NOW() - INTERVAL '24 hours';
  RETURN NULL;
END;
$$ LANGUAGE plpgsql;

CREATE TRIGGER cleanup_events_trigger
  AFTER INSERT ON session_events
  FOR EACH STATEMENT
  EXECUTE FUNCTION cleanup_old_events();

ALTER TABLE characters ENABLE ROW LEVEL SECURITY;

-- Users can only see their own characters
CREATE POLICY "Users can view own characters"
ON characters FOR SELECT
USING (auth.uid() = user_id);

-- Users can create characters for themselves
CREATE POLICY "Users can create own characters"
ON characters FOR INSERT
WITH CHECK (auth.uid() = user_id);

-- Users can update own characters
CREATE POLICY "Users can update own characters"
ON characters FOR UPDATE
USING (auth.uid() = user_id);

-- Users can delete own characters
CREATE POLICY "Users can delete own characters"
ON characters FOR DELETE
USING (auth.uid() = user_id);

ALTER TABLE sessions ENABLE ROW LEVEL SECURITY;

-- Public sessions visible to all, private to participants
CREATE POLICY "Sessions visible to participants or public"
ON sessions FOR SELECT
USING (
  is_public = true
  OR seer_id = auth.uid()
  OR EXISTS (
    SELECT 1 FROM session_players
    WHERE session_id = id AND user_id = auth.uid()
  )
);

-- Only Seers can create sessions
CREATE POLICY "Users can create sessions"
ON sessions FOR INSERT
WITH CHECK (auth.uid() = seer_id);

-- Only Seer can update session
CREATE POLICY "Seer can update session"
ON sessions FOR UPDATE
USING (auth.uid() = seer_id);

ALTER TABLE dice_rolls ENABLE ROW LEVEL SECURITY;

-- Dice rolls visible to session participants
CREATE POLICY "Dice rolls visible to session participants"
ON dice_rolls FOR SELECT
USING (
  session_id IN (
    SELECT id FROM sessions WHERE seer_id = auth.uid()
    UNION
    SELECT session_id FROM session_players WHERE user_id = auth.uid()
  )
);

-- Players can roll for own characters, Seer can roll for NPCs
CREATE POLICY "Players can create rolls for own characters"
ON dice_rolls FOR INSERT
WITH CHECK (
  character_id IN (SELECT id FROM characters WHERE user_id = auth.uid())
  OR session_id IN (SELECT id FROM sessions WHERE seer_id = auth.uid())
);

-- The body of the cleanup names its table without a schema.
alter function cleanup_old_events() set search_path = seed;
grant usage on schema seed to authenticated;
grant select on sessions, session_players, characters to authenticated;
grant select, insert on dice_rolls, session_events to authenticated;
grant delete on session_events to authenticated;
reset search_path;
