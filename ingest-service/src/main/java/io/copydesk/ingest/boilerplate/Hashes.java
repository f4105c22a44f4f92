package io.copydesk.ingest.boilerplate;

/** Hashes that are the same on every machine: FNV-1a over characters, then the finalizer of SplitMix64. */
final class Hashes {

    private static final long SEED = 0xcbf29ce484222325L;

    private Hashes() {}

    static long of(CharSequence text) {
        long hash = SEED;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return mix(hash);
    }

    /** The hash of the hashes from {@code from} to before {@code to}, in their order. */
    static long of(long[] hashes, int from, int to) {
        long hash = SEED;
        for (int i = from; i < to; i++) {
            hash = mix(hash * 31 + hashes[i]);
        }
        return hash;
    }

    private static long mix(long hash) {
        long z = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
