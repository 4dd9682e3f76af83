"""The states that a person can be in, each with a person in it whose every text is a canary.

Each person is named after the state. All of them have everything that anybody can have (COMMON), then come into their
state, beside Pal, who plays along, and Dee, a Seer. Whatever a person wrote holds the person's word, and their color is their
own too: where neither is found, nothing of theirs is left.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from tests.world import user_id

BYSTANDERS = ("pal", "dee", "operator")

# What everybody finds there.
BEGIN = """
owner: insert into auth.users (id, email, raw_user_meta_data)
  select test.user(n), n || '@example.org', jsonb_build_object('display_name', initcap(n)) from unnest(array['pal', 'dee']) as n
owner: create or replace function test.until_absent(game_id uuid, player_id uuid) returns void language plpgsql as $$
  declare
    _most constant integer := 60;
  begin
    for _step in 1.._most loop
      exit when exists (select from cards.game_events as e where e.game_id = $1 and e.type = 'player_marked_absent');
      if (cards.player_view($1) ->> 'turnPlayerId') = $2::text then
        perform test.cards_run_out($1);
        perform cards.expire_turns();
      elsif (cards.player_view($1) ->> 'turnPlayerId') is not null then
        perform test.cards_move($1);
      else
        perform cards.continue_game($1);
      end if;
    end loop;
  end $$
service: select game_id as reel from slots.create_game('Letters',
  '{"algorithm": "hmac-sha256", "reels": [["A", "B"]]}', '{"A": {"payouts": {"1": 1.9}}, "B": {}}')
pal: select from cards.upsert_player('Pal', 'p', 'teal')
dee: select from cards.upsert_player('Dee', 'd', 'teal')
operator: select version from xp.create_rule('daily', test.xp_policy(test.xp_flat()))
operator: select from xp.activate_rule('daily', 1)
operator: select season_id from xp.create_season('past', '2026-01-01', '2026-01-31')
dee: insert into sparc.adventures (creator_id, name, difficulty) values (auth.uid(), 'Bell', 'hard') returning id as adventure
dee: select from sparc.publish_adventure(:adventure)
dee: select id as open_night from sparc.create_session(:adventure, is_public => true)
"""

COMMON = """
owner: insert into auth.users (id, email, raw_user_meta_data) values (test.user('{n}'), '{w}@example.org', '{{"display_name": "{w}"}}')
{n}: select id as {n}_player from cards.upsert_player('{w}', '{w}', '{c}')
{n}: update sparc.users set bio = 'I am {w}', avatar_url = 'https://example.org/{w}.png' where id = auth.uid()
{n}: select id as {n}_hero from sparc.create_character('{w} of the hill', 'warrior')
{n}: update sparc.characters set equipment = '[{{"name": "sword of {w}", "kind": "sword"}}]' where user_id = auth.uid()
{n}: select wallet_id as {n}_wallet from slots.create_wallet('AUD', 100000)
service: select from slots.wallet_operation(:{n}_wallet, 'credit', 1000, 'first')
{n}: select session_id as {n}_spins from slots.create_session(:reel, '{{"note": "{w}"}}', :{n}_wallet, 'luck')
{n}: select from slots.act(:{n}_spins, '{{"type": "PlaceBet", "amount": 5}}')
{n}: select from slots.act(:{n}_spins, '{{"type": "Spin"}}')
{n}: select from slots.record_metric(:{n}_spins, '{w}', 1.5)
{n}: select user_id as {n}_account from xp.register_user(auth.uid()::text, 'Europe/Brussels')
{n}: select from xp.set_handle('{w}')
service: select from xp.grant_xp(:{n}_account, 10, 'A_GIFT', gen_random_uuid(), '{{"for": "{w}"}}')
"""

LOBBY = """
pal: select game_id as {n}_game, join_code as {n}_code from cards.create_game('{{"maxPlayers": 2}}')
{n}: select from cards.join_game(:{n}_code)
"""
PLAYING = f"{LOBBY}pal: select cards.start_game(:{{n}}_game)\npal: select cards.continue_game(:{{n}}_game)\n"

# The person is the Seer; Pal sits there.
SEER = """
{n}: select id as {n}_night, code as {n}_night_code from sparc.create_session(:adventure, looking_for => 'friends of {w}', is_public => true)
pal: select id as {n}_pal_hero from sparc.create_character('Pal {n}', 'rogue')
pal: select from sparc.join_session(:{n}_night_code, :{n}_pal_hero)
"""
SEEING = f"""{SEER}{{n}}: select from sparc.start_session(:{{n}}_night)
{{n}}: insert into sparc.adventures (creator_id, name) values (auth.uid(), 'Lair of {{w}}') returning id as {{n}}_lair
pal: select id as {{n}}_pal_roll from sparc.declare_roll(:{{n}}_night, :{{n}}_pal_hero, 'might', 9, description => 'a leap')
pal: select from sparc.throw_roll(:{{n}}_pal_roll)
"""
# Dee is the Seer; the person sits there, with Pal.
PLAYER = """
dee: select id as {n}_night, code as {n}_night_code from sparc.create_session(:adventure)
{n}: select from sparc.join_session(:{n}_night_code, :{n}_hero)
"""
ROLLING = f"""{PLAYER}dee: select from sparc.start_session(:{{n}}_night)
{{n}}: select id as {{n}}_roll from sparc.declare_roll(:{{n}}_night, :{{n}}_hero, 'might', 9, modifiers => '[{{{{"type": "flat", "value": 1, "source": "luck of {{w}}"}}}}]', description => '{{w}} leaps')
{{n}}: select from sparc.throw_roll(:{{n}}_roll)
"""
WAITING_ROLL = """{n}: select id as {n}_declared from sparc.declare_roll(:{n}_night, :{n}_hero, 'might', 9, modifiers => '[{{"type": "flat", "value": 1, "source": "fate of {w}"}}]', description => '{w} waits')
"""
TO_ARCHIVE = """
owner: update sparc.sessions set ended_at = now() - interval '100 days' where id = :{n}_night
owner: select sparc.archive_sessions()
"""
DRAFT = """
{n}: insert into sparc.adventures (creator_id, name, description, artwork_url, thumbnail_url, difficulty)
  values (auth.uid(), 'Tale of {w}', 'By {w}', 'https://example.org/{w}.jpg', 'https://example.org/{w}_small.jpg', 'hard') returning id as {n}_tale
"""

STATES: dict[str, str] = {
    # cards
    "lobbyhost": "{n}: select game_id as {n}_game, join_code as {n}_code from cards.create_game('{{\"maxPlayers\": 4}}', true)\n"
    "pal: select from cards.join_game(:{n}_code)",
    "lobbyguest": LOBBY,
    "seated": PLAYING,
    "spectator": "pal: select game_id as {n}_game, join_code as {n}_code from cards.create_game('{{\"maxPlayers\": 2}}')\n"
    "dee: select from cards.join_game(:{n}_code)\npal: select cards.start_game(:{n}_game)\n{n}: select from cards.spectate(:{n}_game)",
    "absent": PLAYING + "owner: select test.until_absent(:{n}_game, :{n}_player)",
    "leaver": PLAYING + "{n}: select from cards.leave_game(:{n}_game)",
    "winner": PLAYING + "service: select test.cards_finish(:{n}_game)",
    # of a public game, whose result upkeep keeps with the names
    "champion": PLAYING.replace("2}}')", "2}}', true)")
    + "service: select test.cards_finish(:{n}_game)\nowner: select cards.upkeep_results()",
    "imported": "",
    "voided": PLAYING + "service: select cards.void_game(:{n}_game, 'restored to noon')",
    "kicked": LOBBY + "pal: select cards.kick_player(:{n}_game, :{n}_player)",
    # sparc
    "seerwaiting": SEER,
    "seeractive": SEEING,
    "seerpaused": SEEING + "{n}: select from sparc.pause_session(:{n}_night)",
    "seercancelled": SEEING + "{n}: select from sparc.end_session(:{n}_night, 'cancelled')",
    "seercompleted": SEEING + "{n}: select from sparc.end_session(:{n}_night)",
    "seerarchived": SEEING + "{n}: select from sparc.end_session(:{n}_night)" + TO_ARCHIVE,
    "playerwaiting": PLAYER,
    "playerkicked": ROLLING
    + WAITING_ROLL
    + "dee: select from sparc.kick_player(:{n}_night, test.user('{n}'))",
    "playeractive": ROLLING + WAITING_ROLL,
    "playerpaused": ROLLING + WAITING_ROLL + "dee: select from sparc.pause_session(:{n}_night)",
    "playercancelled": ROLLING + "dee: select from sparc.end_session(:{n}_night, 'cancelled')",
    "playercompleted": ROLLING + "dee: select from sparc.end_session(:{n}_night)",
    "playerarchived": ROLLING + "dee: select from sparc.end_session(:{n}_night)" + TO_ARCHIVE,
    "offered": ROLLING + "dee: select from sparc.transfer_session(:{n}_night, test.user('{n}'))",
    "authordraft": DRAFT,
    "authorunplayed": DRAFT + "{n}: select from sparc.publish_adventure(:{n}_tale)",
    "authorplayed": DRAFT
    + """{n}: insert into sparc.creatures (adventure_id, name, stats) values (:{n}_tale, 'Rat', '{{"might": 1}}')
{n}: select from sparc.publish_adventure(:{n}_tale)
dee: select id as {n}_night, code as {n}_night_code from sparc.create_session(:{n}_tale)
pal: select id as {n}_pal_hero from sparc.create_character('Pal {n}', 'rogue')
pal: select from sparc.join_session(:{n}_night_code, :{n}_pal_hero)
dee: select from sparc.start_session(:{n}_night)""",
    # slots
    "saver": "",
    "better": '{n}: select from slots.act(:{n}_spins, \'{{"type": "PlaceBet", "amount": 5}}\')',
    # xp
    "claimer": "{n}: select from xp.claim('daily', gen_random_uuid())",
    "ranked": "owner: select test.xp_claim('{n}', 'daily', '2026-01-05 12:00Z')",
    # the account
    "guest": "owner: update auth.users set email = null where id = test.user('{n}')",
    "closed": "{n}: select from core.close_account()",
    "reopened": "{n}: select from core.close_account()\n{n}: select from core.reopen_account()",
    "merged": "",
    "merger": "service: select from core.merge_accounts(:merged, :merger)",
}

# Who has no account: a player of cards whom a log of an older form brought, under the id that the person is erased by.
WITHOUT_ACCOUNT = {"imported"}
LOG = Path(__file__).parents[1] / "cards" / "logs" / "version_1.jsonl"
LOGGED = ("01a21612-79ef-7676-8543-2bbda0adc1d6", "Wilma", "wilma-7", "#663399")


def word(name: str) -> str:
    """Return the word that stands in everything that this person wrote."""
    return f"zq{name}qz"


def color(name: str) -> str:
    """Return the color that is this person's alone."""
    return "#c" + hashlib.md5(name.encode()).hexdigest()[:5]


def told(name: str, text: str) -> str:
    """Return a part of the story with this person in it."""
    return text.format(n=name, w=word(name), c=color(name)).strip("\n") + "\n"


def imported(name: str) -> str:
    """Return the part of the story that brings a running game with this person in it."""
    log = json.dumps([json.loads(line) for line in LOG.read_text().splitlines()[:100]])
    for old, new in zip(
        LOGGED, (str(user_id(name)), word(name), word(name), color(name)), strict=True
    ):
        log = log.replace(old, new)
    return f"service: select cards.import_game($log${log}$log$)\n"


def story() -> str:
    """Return the whole story: everybody comes, and comes into their state."""
    return BEGIN + "".join(
        imported(name) if name in WITHOUT_ACCOUNT else told(name, COMMON) + told(name, state)
        for name, state in STATES.items()
    )
