-- Seed 000's tables, indexes and trigger, verbatim but for the schema they stand in.
create schema seed;
set search_path = seed;

CREATE TABLE IF NOT EXISTS games (
    game_id UUID PRIMARY KEY,
    name TEXT NOT NULL,
    rng_signature JSONB NOT NULL,
    symbol_map JSONB NOT NULL,
    statistical_profile JSONB NOT NULL,
    created_at TIMESTAMPTZ DEFAULT NOW() NOT NULL
);

-- The seed names this file and gives the table's columns in seed 002 §2.3 only.
CREATE TABLE IF NOT EXISTS wallets (
    wallet_id UUID PRIMARY KEY,
    balance DECIMAL NOT NULL,
    daily_limit DECIMAL NOT NULL,
    cost_rate JSONB NOT NULL,
    created_at TIMESTAMPTZ DEFAULT NOW() NOT NULL,
    updated_at TIMESTAMPTZ DEFAULT NOW() NOT NULL
);

CREATE TYPE game_state AS ENUM (
    'Idle', 'Initialized', 'Probing', 'Playing', 'Evaluating', 'Completed'
);

CREATE TABLE IF NOT EXISTS sessions (
    session_id UUID PRIMARY KEY,
    game_id UUID NOT NULL REFERENCES games (game_id),
    player_profile JSONB NOT NULL,
    state game_state NOT NULL DEFAULT 'Idle',
    metrics JSONB NOT NULL DEFAULT '{}'::JSONB,
    current_wallet_id UUID REFERENCES wallets (wallet_id),
    created_at TIMESTAMPTZ DEFAULT NOW() NOT NULL,
    updated_at TIMESTAMPTZ DEFAULT NOW() NOT NULL
);

-- Ensures updated_at will change on updates
CREATE OR REPLACE FUNCTION sessions_updated_at_trigger()
RETURNS TRIGGER AS $$
BEGIN
   NEW.updated_at = NOW();
   RETURN NEW;
END;
$$ LANGUAGE plpgsql;

CREATE TRIGGER sessions_update_timestamp
BEFORE UPDATE ON sessions
FOR EACH ROW
EXECUTE PROCEDURE sessions_updated_at_trigger();

CREATE TRIGGER wallets_update_timestamp
BEFORE UPDATE ON wallets
FOR EACH ROW
EXECUTE PROCEDURE sessions_updated_at_trigger();

CREATE TABLE IF NOT EXISTS gameplay_events (
    event_id UUID PRIMARY KEY,
    session_id UUID NOT NULL REFERENCES sessions (session_id),
    action JSONB NOT NULL,
    result JSONB NOT NULL,
    timestamp TIMESTAMPTZ DEFAULT NOW() NOT NULL,
    reward FLOAT NULL
);

-- Indexed for temporal querying
CREATE INDEX IF NOT EXISTS idx_gameplay_session_time
ON gameplay_events (session_id, timestamp);

CREATE TABLE IF NOT EXISTS rl_store (
    id UUID PRIMARY KEY,
    session_id UUID NOT NULL REFERENCES sessions (session_id),
    state JSONB NOT NULL,
    action JSONB NOT NULL,
    reward FLOAT NOT NULL,
    next_state JSONB NOT NULL,
    done BOOLEAN NOT NULL DEFAULT FALSE,
    created_at TIMESTAMPTZ DEFAULT NOW() NOT NULL
);

-- Speed up common RL queries
CREATE INDEX IF NOT EXISTS idx_rl_session
ON rl_store (session_id);

CREATE INDEX IF NOT EXISTS idx_sessions_game
ON sessions (game_id);

CREATE INDEX IF NOT EXISTS idx_sessions_state
ON sessions (state);

-- Wallet quick lookup
CREATE INDEX IF NOT EXISTS idx_wallet_balance
ON wallets (balance);

-- Event and RL joins
CREATE INDEX IF NOT EXISTS idx_events_session
ON gameplay_events (session_id);

CREATE INDEX IF NOT EXISTS idx_rl_session_created
ON rl_store (session_id, created_at);

reset search_path;
