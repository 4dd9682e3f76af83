"""Several plain servers as one platform: a cluster on loopback, definitions that reach all shards, slots that move (docs/scale.md)."""
