-- How a secret and a message draw: HMAC-SHA256 of core's own making, words, and indexes without modulo bias.
begin;
select plan(19);

-- RFC 4231, test cases 1 to 4, 6 and 7: keys of every length, the last two longer than a block
create function pg_temp.hmac(key bytea, message bytea) returns text language sql
return encode(sha256(core.hmac_pad(hmac.key, 92) || sha256(core.hmac_pad(hmac.key, 54) || hmac.message)), 'hex');
select is(
  pg_temp.hmac(decode(repeat('0b', 20), 'hex'), 'Hi There'),
  'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7', 'the blocks of a short key give the HMAC of RFC 4231, case 1');
select is(pg_temp.hmac('Jefe', 'what do ya want for nothing?'), '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843', 'the blocks of a short key give the HMAC of RFC 4231, case 2');
select is(
  pg_temp.hmac(decode(repeat('aa', 20), 'hex'), decode(repeat('dd', 50), 'hex')),
  '773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe', 'the blocks of a short key give the HMAC of RFC 4231, case 3');
select is(
  pg_temp.hmac('\x0102030405060708090a0b0c0d0e0f10111213141516171819', decode(repeat('cd', 50), 'hex')),
  '82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b', 'the blocks of a short key give the HMAC of RFC 4231, case 4');
select is(
  pg_temp.hmac(decode(repeat('aa', 131), 'hex'), 'Test Using Larger Than Block-Size Key - Hash Key First'),
  '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54', 'the blocks of a long key give the HMAC of RFC 4231, case 6');
select is(
  pg_temp.hmac(
    decode(repeat('aa', 131), 'hex'),
    'This is a test using a larger than block-size key and a larger than block-size data. The key needs to be hashed before being used by the HMAC algorithm.'
  ),
  '9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2', 'the blocks of a long key give the HMAC of RFC 4231, case 7');
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
select results_eq(
  $$ select count(*), min(n), max(n) from (
    select count(*) as n from generate_series(0, 699) as w group by core.unbiased_index(w, 7)
  ) as c $$,
  $$ values (7::bigint, 100::bigint, 100::bigint) $$,
  'every index stands for as many words');

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
