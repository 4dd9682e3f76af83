-- How a secret and a message draw: HMAC-SHA256 of core's own making, words, and indexes without modulo bias.
begin;
select plan(14);

-- RFC 4231, test cases 2 and 6: a short key, and one that is longer than a block
create function pg_temp.hmac(key bytea, message bytea) returns text language sql
return encode(sha256(core.hmac_pad(hmac.key, 92) || sha256(core.hmac_pad(hmac.key, 54) || hmac.message)), 'hex');
select is(pg_temp.hmac('Jefe', 'what do ya want for nothing?'), '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843', 'the blocks of a short key give the HMAC of RFC 4231, case 2');
select is(
  pg_temp.hmac(decode(repeat('aa', 131), 'hex'), 'Test Using Larger Than Block-Size Key - Hash Key First'),
  '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54', 'the blocks of a long key give the HMAC of RFC 4231, case 6');
select is(
  core.draw_word(core.hmac_pad('Jefe', 54), core.hmac_pad('Jefe', 92), 'what do ya want for nothing?'), x'5bdcc146'::bigint,
  'a word is the first four bytes of the HMAC, big-endian');
select cmp_ok(
  (select max(core.draw_word(core.hmac_pad('Jefe', 54), core.hmac_pad('Jefe', 92), int4send(i))) from generate_series(1, 100) as i), '>', 2147483648,
  'a word is never negative');

select is(core.unbiased_index(0, 6), 0, 'the word 0 stands for the first index');
select is(core.unbiased_index(4294967291, 6), 5, 'the last word of the last whole stretch stands for the last index');
select is(core.unbiased_index(4294967292, 6), null, 'a word of the incomplete last stretch stands for none');
select is(core.unbiased_index(4294967295, 65536), 65535, 'a size that divides 2^32 has no incomplete stretch');

create function pg_temp.drawn(message text, sizes integer[]) returns integer[] language sql
return core.draw_indexes(core.hmac_pad('key', 54), core.hmac_pad('key', 92), drawn.message, drawn.sizes);
select is(cardinality(pg_temp.drawn('m', array_fill(6, array[25]))), 25, 'every size gets its index');
select is(pg_temp.drawn('m', '{1,1,1}'), '{0,0,0}', 'of one thing the first is drawn');
select is(pg_temp.drawn('m', '{}'), '{}', 'no sizes draw nothing');
select is((pg_temp.drawn('m', '{6,6,6,6}'))[1:2], pg_temp.drawn('m', '{6,6}'), 'a further size leaves the indexes before it');
select is(
  pg_temp.drawn('m', '{6,6}'),
  array[
    core.unbiased_index(core.draw_word(core.hmac_pad('key', 54), core.hmac_pad('key', 92), 'm:0'), 6),
    core.unbiased_index(core.draw_word(core.hmac_pad('key', 54), core.hmac_pad('key', 92), 'm:1'), 6)
  ],
  'draw k is the word of the message, a colon and k');
-- With this size a third of all words lie in the incomplete last stretch.
select is((select count(*) from unnest(pg_temp.drawn('m', array_fill(1431655766, array[200]))) as i where i is null), 0::bigint, 'a word that stands for no index is drawn again');

select * from finish();
rollback;
