package io.copydesk.enrich.sketch;

import io.copydesk.schemas.Article;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Makes sketches of articles. Thread-safe. */
public final class Sketcher {

    private static final Set<String> AGENCIES = Set.of(
            "reuters", "afp", "ap", "dpa", "efe", "ansa", "lusa", "belga", "anp", "apa", "pap", "tass", "upi",
            "xinhua");
    private static final int CREDIT_WORDS = 12;

    private Sketcher() {}

    /** The sketch of {@code article}. */
    public static Sketch sketch(Article article) {
        String body = article.articleBody();
        List<Word> headline = WordTokenizer.of(article.headline());
        List<Word> words = WordTokenizer.of(body);
        return new Sketch(
                fingerprint(article, words),
                article.headline(),
                Terms.of(TermFinder.find(primary(article.inLanguage()), headline, words, firstLine(body))));
    }

    /** What copies of {@code article} are told by. */
    public static Fingerprint fingerprint(Article article) {
        return fingerprint(article, WordTokenizer.of(article.articleBody()));
    }

    private static Fingerprint fingerprint(Article article, List<Word> words) {
        long[] hashes = new long[words.size()];
        BitSet weak = new BitSet();
        for (int i = 0; i < hashes.length; i++) {
            String word = words.get(i).text();
            hashes[i] = Shingles.hash(word);
            weak.set(i, StopWords.ofMenus().contains(word));
        }
        return Fingerprint.of(
                article.id(),
                article.pipeline().site(),
                article.inLanguage(),
                millis(article.pipeline().eventTime()),
                article.headline(),
                words.isEmpty() ? null : article.pipeline().textDigest(),
                words.size(),
                creditsAgency(words, weak),
                Shingles.of(hashes, weak),
                Shingles.ofLead(hashes, weak));
    }

    /** What {@code article} is about, sorted by {@link Term#text()}. */
    static List<Term> terms(Article article) {
        String body = article.articleBody();
        return TermFinder.find(
                primary(article.inLanguage()),
                WordTokenizer.of(article.headline()),
                WordTokenizer.of(body),
                firstLine(body));
    }

    private static int firstLine(String body) {
        int end = body == null ? -1 : body.indexOf('\n');
        return end < 0 ? 0 : WordTokenizer.of(body.substring(0, end)).size();
    }

    /** The language without script and region: {@code pt} of {@code pt-BR}; {@code und} when unknown or no tag at all. */
    public static String primary(String tag) {
        String primary = tag == null ? "" : tag.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        boolean wellFormed = (primary.length() == 2 || primary.length() == 3)
                && primary.chars().allMatch(c -> c >= 'a' && c <= 'z');
        return wellFormed ? primary : "und";
    }

    private static boolean creditsAgency(List<Word> words, BitSet weak) {
        int strong = 0;
        for (int i = 0; i < words.size() && strong < CREDIT_WORDS; i++) {
            strong += weak.get(i) ? 0 : 1;
            if (!weak.get(i) && isAgency(words.get(i))) {
                return true;
            }
        }
        return words.subList(Math.max(0, words.size() - CREDIT_WORDS), words.size()).stream()
                .anyMatch(Sketcher::isAgency);
    }

    private static boolean isAgency(Word word) {
        return word.capital() && AGENCIES.contains(word.text());
    }

    private static Long millis(String eventTime) {
        if (eventTime == null) {
            return null;
        }
        try {
            return eventTime.endsWith("Z")
                    ? Instant.parse(eventTime).toEpochMilli()
                    : OffsetDateTime.parse(eventTime).toInstant().toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }
}
