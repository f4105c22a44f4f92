package io.copydesk.extraction.notice;

import io.copydesk.extraction.notice.NoticePattern.Effect;
import io.copydesk.extraction.notice.NoticePattern.Match;
import io.copydesk.extraction.notice.NoticePattern.Scope;
import io.copydesk.extraction.resource.ResourceLines;
import io.copydesk.schemas.RemovalReason;
import io.copydesk.schemas.Utf16;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognises pages on which a notice stands in place of the article: that it was withdrawn, or is not there any more. The phrases of all
 * languages are in {@code withdrawn.txt}. News about withdrawals is none: a phrase speaks of the page itself ("this article"), opens a
 * sentence, and must be nearly all that there is to read. Immutable and thread-safe.
 */
public final class WithdrawnPages {

    /** The most characters that such a page has beside its headline, as {@link NoticeWords#weight} counts them. */
    private static final int MAX_WEIGHT = 700;

    /** The share of a notice that does not come first. */
    private static final double SHARE = 0.5;

    /** The same of a page whose notice is a phrase of a few words, such as a headline may be. */
    private static final int MAX_WEIGHT_OF_LABEL = 200;

    /** Sentences of a paragraph that are looked at. */
    private static final int MOST_SENTENCES = 20;

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?:;。！？।؟۔|\\])])\\s*|\\s+[–—-]\\s+");

    /** The most characters of a notice that are told. */
    private static final int MAX_TOLD = 300;

    private record Phrase(boolean withdrawn, boolean whole, NoticePattern pattern) {}

    private final List<Phrase> phrases = new ArrayList<>();
    private final List<NoticePattern> never = new ArrayList<>();

    private WithdrawnPages() {}

    /**
     * A notice.
     *
     * @param withdrawn whether it says that the article was taken back; otherwise it says that it is not there
     * @param text of the paragraph, its first 300 characters
     */
    public record Notice(boolean withdrawn, String text) {}

    private record Found(Notice notice, int most) {}

    /** With the bundled phrases. */
    public static WithdrawnPages load() {
        WithdrawnPages pages = new WithdrawnPages();
        for (String line : ResourceLines.of(WithdrawnPages.class, "withdrawn.txt")) {
            String[] fields = line.split("\\s+", 4);
            for (List<NoticePattern.Element> reading : PatternReader.read(fields[3])) {
                pages.add(fields[0], fields[1], fields[2], reading);
            }
        }
        return pages;
    }

    private void add(String language, String sign, String scope, List<NoticePattern.Element> reading) {
        NoticePattern pattern = new NoticePattern(
                "withdrawn/" + language,
                language,
                RemovalReason.SUBSCRIPTION,
                Scope.valueOf(scope.toUpperCase(Locale.ROOT)),
                0,
                Effect.NONE,
                reading);
        if (sign.equals("never")) {
            never.add(pattern);
        } else {
            phrases.add(new Phrase(sign.equals("withdrawn"), pattern.scope() == Scope.LINE, pattern));
        }
    }

    /** Whether a page with so much text can be such a page at all. */
    public static boolean isShort(List<String> texts) {
        int weight = 0;
        for (int i = 0; i < texts.size() && weight <= 2 * MAX_WEIGHT; i++) {
            weight += NoticeWords.weight(texts.get(i));
        }
        return weight <= 2 * MAX_WEIGHT;
    }

    /**
     * The notice that a page is; {@code null} when it is none.
     *
     * @param texts the paragraphs and headings of the page's own text, in order
     * @param headline of the page, which does not count when it is among them
     */
    public @Nullable Notice find(List<String> texts, @Nullable String headline) {
        String title = headline == null ? "" : String.join(" ", NoticeWords.of(headline));
        int total = 0;
        int before = 0;
        int weight = 0;
        Found found = null;
        for (String text : texts) {
            List<String> words = NoticeWords.of(text);
            if (words.isEmpty()) {
                continue;
            }
            Found notice = found == null ? notice(text) : null;
            if (notice == null && String.join(" ", words).equals(title)) {
                continue;
            }
            int own = NoticeWords.weight(text);
            if (notice != null) {
                found = notice;
                before = total;
                weight = own;
            }
            total += own;
            if (total > (found == null ? MAX_WEIGHT : found.most) || isExcepted(words)) {
                return null;
            }
        }
        return found != null && (before == 0 || weight >= SHARE * total) ? found.notice : null;
    }

    private boolean isExcepted(List<String> words) {
        for (NoticePattern pattern : never) {
            for (int at = 0; at < words.size(); at++) {
                if (pattern.matchAt(words, at) != null) {
                    return true;
                }
            }
        }
        return false;
    }

    private @Nullable Found notice(String text) {
        int sentences = 0;
        for (String sentence : SENTENCE_END.split(text)) {
            List<String> words = NoticeWords.of(sentence);
            if (words.isEmpty()) {
                continue;
            }
            if (++sentences > MOST_SENTENCES) {
                return null;
            }
            for (Phrase phrase : phrases) {
                Match match = phrase.pattern.matchAt(words, 0);
                if (match != null && (!phrase.whole || words.size() == match.end())) {
                    Notice notice = new Notice(phrase.withdrawn, Utf16.prefix(text, MAX_TOLD));
                    return new Found(notice, phrase.whole ? MAX_WEIGHT_OF_LABEL : MAX_WEIGHT);
                }
            }
        }
        return null;
    }
}
