package io.copydesk.lab.chaos;

import io.copydesk.ingest.page.Page;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Pages whose records are larger than what Kafka's default settings let through. */
final class LargePages {

    private static final int ARTICLE_CHARS = 1_640_000;
    private static final int SHORT_ARTICLE_CHARS = 3_000;

    /** Of a script: with the article beside it, the page is a little below the limit of 5 MiB. */
    private static final int SCRIPT_CHARS = 5_000_000;

    private static final int WORDS = 14;
    private static final int SENTENCES = 5;
    private static final Instant FETCHED = Instant.parse("2031-03-09T08:00:00Z");

    private final SplittableRandom random;

    private LargePages(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** An article of 1.6 MB, and a page of 5 MB that has a short one. */
    static List<Page> of(long seed) {
        LargePages pages = new LargePages(seed);
        return List.of(
                pages.page("long", ARTICLE_CHARS, ""),
                pages.page("heavy", SHORT_ARTICLE_CHARS, "<script>\"" + "x".repeat(SCRIPT_CHARS) + "\"</script>"));
    }

    private Page page(String name, int articleChars, String more) {
        StringBuilder html = new StringBuilder("<!DOCTYPE html><html lang=\"en\"><head><title>")
                .append(sentence())
                .append("</title></head><body><article><h1>")
                .append(sentence())
                .append("</h1>");
        for (int begun = html.length(); html.length() - begun < articleChars; ) {
            html.append("<p>").append(paragraph()).append("</p>\n");
        }
        html.append("</article>").append(more).append("</body></html>");
        return Page.resource(
                "large-" + name,
                "https://large.example/" + name,
                FETCHED,
                "text/html",
                "utf-8",
                html.toString().getBytes(StandardCharsets.UTF_8));
    }

    private String paragraph() {
        return IntStream.range(0, SENTENCES).mapToObj(i -> sentence()).collect(Collectors.joining(" "));
    }

    private String sentence() {
        String words = IntStream.range(0, WORDS).mapToObj(i -> word()).collect(Collectors.joining(" "));
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }

    private String word() {
        return random.ints(2 + random.nextInt(6), 'a', 'z' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
