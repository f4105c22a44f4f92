package io.copydesk.enrich.sketch;

import io.copydesk.enrich.language.LanguageTags;
import io.copydesk.enrich.sketch.TermFinder.Particulars;
import io.copydesk.extraction.resource.Agencies;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Utf16;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes sketches of articles. Thread-safe. */
public final class Sketcher {

    private static final Set<String> AGENCIES = Agencies.wire();

    /** An agency is credited within so many words of the beginning or the end of a text. */
    private static final int CREDIT_WORDS = 12;

    /** Characters of a headline that are kept and compared; a longer one is none, and may be a megabyte. */
    private static final int LONGEST_HEADLINE = 1_000;

    private Sketcher() {}

    /** The words of an article. */
    private record Words(List<Word> headline, List<Word> body) {

        static Words of(Article article) {
            String body = article.articleBody();
            WordForms forms = new WordForms(body == null ? 0 : body.length());
            return new Words(WordTokenizer.of(Sketcher.headline(article), forms), WordTokenizer.of(body, forms));
        }
    }

    /** The sketch of {@code article}. */
    public static Sketch sketch(Article article) {
        Words words = Words.of(article);
        Particulars particulars = particulars(article, words);
        return new Sketch(
                fingerprint(article, words.body()),
                headline(article),
                Terms.of(particulars.terms()),
                DateLine.millis(article.articleBody(), LanguageTags.primary(article.inLanguage())),
                null,
                particulars.lead());
    }

    /** What of {@code article} is compared to find its copies. */
    public static Fingerprint fingerprint(Article article) {
        return fingerprint(article, WordTokenizer.of(article.articleBody()));
    }

    private static Fingerprint fingerprint(Article article, List<Word> words) {
        long[] hashes = new long[words.size()];
        BitSet weak = new BitSet();
        for (int i = 0; i < hashes.length; i++) {
            WordForm word = words.get(i).form();
            hashes[i] = word.hash();
            if (word.isOfMenus()) {
                weak.set(i);
            }
        }
        return Fingerprint.builder(article.id(), article.pipeline().site())
                .language(article.inLanguage())
                .eventMillis(EventTime.millis(article.pipeline().eventTime()))
                .headline(headline(article))
                .textDigest(words.isEmpty() ? null : article.pipeline().textDigest())
                .words(words.size())
                .agency(creditsAgency(words, weak))
                .samples(Shingles.of(hashes, weak), Shingles.ofLead(hashes, weak), Runs.keys(hashes, weak))
                .build();
    }

    /** The terms of {@code article}, sorted by {@link Term#text()}. */
    static List<Term> terms(Article article) {
        return particulars(article, Words.of(article)).terms();
    }

    private static Particulars particulars(Article article, Words words) {
        return TermFinder.find(
                LanguageTags.primary(article.inLanguage()),
                words.headline(),
                words.body(),
                words.headline().isEmpty() ? firstLine(article.articleBody()) : 0);
    }

    private static @Nullable String headline(Article article) {
        return article.headline() == null ? null : Utf16.prefix(article.headline(), LONGEST_HEADLINE);
    }

    /** Number of words of the first line; 0 when it is the only one. */
    private static int firstLine(@Nullable String body) {
        return body == null || body.indexOf('\n') < 0
                ? 0
                : WordTokenizer.of(body.substring(0, body.indexOf('\n'))).size();
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
}
