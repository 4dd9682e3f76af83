-- Deploy gamekeeper:slots/reports/game_fingerprint to pg
-- requires: slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type slots.game_fingerprint as (
  spins bigint,
  symbol_frequencies jsonb,
  digest text,
  rtp numeric,
  rtp_low numeric,
  rtp_high numeric,
  mean_multiplier numeric,
  volatility numeric,
  chi_square numeric,
  degrees_of_freedom integer,
  pending_bets bigint,
  rolled_up_at timestamptz,
  returns jsonb
);
comment on type slots.game_fingerprint is 'What the recorded spins of a game show.';
comment on column slots.game_fingerprint.spins is 'Number of recorded spins.';
comment on column slots.game_fingerprint.symbol_frequencies is '{symbol: share of all symbols shown}; the shares sum to exactly 1.';
comment on column slots.game_fingerprint.digest is 'FNV-1a 64, 16 hex digits, of all symbols shown, in the order in which upkeep added them up, joined by commas, in UTF-8; null where several servers of one platform recorded spins, each in an order of its own.';
comment on column slots.game_fingerprint.rtp is 'Observed return: payouts over stakes, where all spins were played in one currency; null without a spin, and where they were not.';
comment on column slots.game_fingerprint.rtp_low is 'Lower end of its 95 % interval (1.96 standard errors of the ratio, delta method); null where rtp is, and under two spins.';
comment on column slots.game_fingerprint.rtp_high is 'Upper end; null likewise.';
comment on column slots.game_fingerprint.mean_multiplier is 'Mean multiplier, each spin counted alike whatever its stake; null without a spin.';
comment on column slots.game_fingerprint.volatility is 'Observed sample standard deviation of the multiplier; null under two spins.';
comment on column slots.game_fingerprint.chi_square is 'Pearson''s statistic of the symbols per reel against the declared strips; infinite when a reel showed a symbol that its strip does not have; null without a spin.';
comment on column slots.game_fingerprint.degrees_of_freedom is 'Its degrees of freedom: distinct symbols of each strip less one, summed over the reels.';
comment on column slots.game_fingerprint.pending_bets is 'Bets that waited for their spin then, and so are in none of these figures.';
comment on column slots.game_fingerprint.rolled_up_at is 'As of when: the last run of slots.upkeep_reports; null before the first.';
comment on column slots.game_fingerprint.returns is '{currency: {spins, rtp, rtpLow, rtpHigh}}: the observed return of each currency by itself; XXX stands for sessions without a wallet.';
commit;
