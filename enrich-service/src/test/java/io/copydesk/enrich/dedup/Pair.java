package io.copydesk.enrich.dedup;

import io.copydesk.enrich.Corpus;
import io.copydesk.enrich.sketch.Fingerprint;
import io.copydesk.enrich.sketch.Shingles;
import io.copydesk.enrich.sketch.Sketcher;
import io.copydesk.schemas.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Two invented texts that share an exact number of word triples, each on a site of its own, and untitled. */
record Pair(Fingerprint first, Fingerprint second) {

    /** Words that share nothing with other ranges. */
    static String words(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> "word" + i + " ")
                .collect(Collectors.joining());
    }

    static Fingerprint fingerprint(String id, String body) {
        return Sketcher.fingerprint(Corpus.article(id, id + ".example", "2031-03-09T06:00:00Z", null, body));
    }

    /**
     * Texts of {@code first} and {@code second} triples, of which {@code common} are in both, at the end of each.
     *
     * <p>Which triples become keys depends on hashes, so words are taken from where the two texts have enough keys in common.
     */
    static Pair sharing(int first, int second, int common) {
        for (int from = 0; from < 1_000_000; from += 1_000) {
            String shared = words(from, common + 2);
            Pair pair = new Pair(
                    fingerprint("a", words(from + 300, first - common) + shared),
                    fingerprint("b", words(from + 600, second - common) + shared));
            if (pair.isFound(first, second, common)) {
                return pair;
            }
        }
        throw new AssertionError("no such texts");
    }

    private boolean isFound(int sizeOfFirst, int sizeOfSecond, int common) {
        Shingles mine = first.samples().shingles();
        Shingles theirs = second.samples().shingles();
        return first.samples().sharesKeys(second.samples())
                && mine.in(theirs).equals(new Shingles.Containment(sizeOfFirst, sizeOfSecond, common, 0));
    }

    /** Number of word pairs that both beginnings have. */
    int commonLead() {
        return first.samples().lead().in(second.samples().lead()).common();
    }

    Pair onOneSite() {
        return new Pair(with(first, "site", "one.example"), with(second, "site", "one.example"));
    }

    Pair titled(int headlineOfFirst, int headlineOfSecond) {
        return new Pair(with(first, "headline", headlineOfFirst), with(second, "headline", headlineOfSecond));
    }

    /** As sketches were before the order of a text was kept. */
    Pair withoutOrder() {
        return new Pair(with(first, "order", ""), with(second, "order", ""));
    }

    Pair credited() {
        return new Pair(first, with(second, "agency", true));
    }

    /** The second so many milliseconds after the first. */
    Pair apart(long millis) {
        Long time = first.eventMillis();
        return new Pair(first, with(second, "millis", (time == null ? 0 : time) + millis));
    }

    /** What the rule finds, which must not depend on the order of the two. */
    Optional<SharedText> link() {
        Optional<SharedText> link = EdgeRule.between(first.samples(), second.samples());
        if (!link.equals(EdgeRule.between(second.samples(), first.samples()))) {
            throw new AssertionError("not symmetric");
        }
        return link;
    }

    /** The rule and kind of the edge of a pair that is linked, {@code none} without an edge. */
    String edge() {
        Edge edge = link().orElseThrow().edge();
        return edge == null ? "none" : edge.rule() + " " + Json.label(edge.kind());
    }

    boolean mayBeEdited() {
        return link().orElseThrow().mayBeEdited();
    }

    @SuppressWarnings("unchecked")
    static Fingerprint with(Fingerprint fingerprint, String field, Object value) {
        try {
            Map<String, Object> json = Json.read(Json.bytes(fingerprint), Map.class);
            json.put(field, value);
            return Json.read(Json.bytes(json), Fingerprint.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
