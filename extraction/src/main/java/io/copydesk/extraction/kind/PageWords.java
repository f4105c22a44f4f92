package io.copydesk.extraction.kind;

import io.copydesk.extraction.resource.ResourceLines;
import io.copydesk.schemas.LowerCase;
import io.copydesk.schemas.NormalForms;
import io.copydesk.schemas.PageAssessment;
import io.copydesk.schemas.PageKind;
import java.text.Normalizer.Form;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognises pages that a server sends in place of an article, with status 200: errors, requests for consent, checks for robots, forms to sign in
 * and offers of subscriptions. They are short, and their title or their text has phrases of {@code page-words.txt}. Immutable and thread-safe.
 */
public final class PageWords {

    /** Characters of a page's text at most. */
    static final int MAX_TEXT = 1500;
    /** The same where a single phrase is enough. */
    private static final int SHORT = 700;

    private static final int MAX_TITLE = 90;
    /** Phrases in a text without such a title. */
    private static final int SEVERAL = 2;
    /** Characters of a page's text where a single phrase is enough without such a title. */
    private static final int FEW = SHORT / 2;

    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}[\\p{Nd}.,]*\\s?");

    /** The likelihood that is published for pages recognised by their words. */
    private static final double SURE = 0.99;

    private static final List<PageKind> KINDS =
            List.of(PageKind.CONSENT, PageKind.ERROR, PageKind.LOGIN, PageKind.SERVICE);

    private final Map<String, List<String>> phrases;

    private PageWords(Map<String, List<String>> phrases) {
        this.phrases = phrases;
    }

    /** What a page asks its readers for. */
    public enum Forms {
        /** A password. */
        PASSWORD,
        /** Text in fields of a form. */
        FIELDS,
        /** Nothing. */
        NONE
    }

    /** The bundled phrases. */
    public static PageWords load() {
        Map<String, List<String>> phrases = new HashMap<>();
        ResourceLines.phrases(PageWords.class, "page-words.txt")
                .forEach((name, list) -> phrases.put(
                        name,
                        list.stream()
                                .map(phrase -> NormalForms.of(phrase, Form.NFC))
                                .toList()));
        return new PageWords(Map.copyOf(phrases));
    }

    /**
     * The kind of a page of this text, {@code null} when its words do not tell.
     *
     * @param titles the title, then the headings of the page
     * @param text all that the page shows
     * @param forms what it asks its readers for
     * @param signed whether it has a date of publication or an author
     */
    public @Nullable PageAssessment assess(List<String> titles, String text, Forms forms, boolean signed) {
        if (text.length() > MAX_TEXT) {
            return null;
        }
        String lower = NormalForms.of(LowerCase.of(text), Form.NFC);
        String wordsAlone = NUMBER.matcher(lower).replaceAll("");
        for (PageKind kind : KINDS) {
            // A heading that offers subscriptions stands below a teaser as well.
            List<String> own = kind == PageKind.SERVICE ? titles.subList(0, 1) : titles;
            boolean title = own.stream().anyMatch(one -> names(one, list("title", kind)));
            List<String> strong = found(list("text", kind), lower, wordsAlone);
            int found = strong.size();
            long more = found(list("more", kind), lower, wordsAlone).stream()
                    .filter(phrase -> strong.stream().noneMatch(one -> one.contains(phrase)))
                    .count();
            boolean form = isEnough(kind, forms, title && text.length() <= FEW, title && found > 0);
            boolean byTitle = title && form && !signed && text.length() <= (found > 0 ? MAX_TEXT : SHORT);
            boolean together = form
                    && !signed
                    && (found >= SEVERAL
                            || found + more > SEVERAL
                            || found > 0 && more > 0 && text.length() <= SHORT
                            || more >= SEVERAL && text.length() <= FEW);
            if (byTitle || together || form && found > 0 && text.length() <= FEW) {
                return new PageAssessment(kind, SURE);
            }
        }
        boolean signUp = forms == Forms.FIELDS
                && !signed
                && text.length() <= FEW
                && !found(list("form", PageKind.SERVICE), lower, wordsAlone).isEmpty();
        return signUp ? new PageAssessment(PageKind.SERVICE, SURE) : null;
    }

    /** The phrases of a text, without those that are a part of another. */
    private static List<String> found(List<String> phrases, String text, String wordsAlone) {
        List<String> all = phrases.stream()
                .filter(phrase -> text.contains(phrase) || wordsAlone.contains(phrase))
                .toList();
        return all.stream()
                .filter(phrase ->
                        all.stream().noneMatch(other -> other.length() > phrase.length() && other.contains(phrase)))
                .toList();
    }

    /**
     * Whether a page may be of this kind: one to sign in has a field for a password, a form and little else below such a title, or else both phrases;
     * one of offers has both.
     */
    private static boolean isEnough(PageKind kind, Forms forms, boolean littleBelowTitle, boolean both) {
        boolean login = forms == Forms.PASSWORD || forms == Forms.FIELDS && littleBelowTitle;
        return kind != PageKind.LOGIN && kind != PageKind.SERVICE || kind == PageKind.LOGIN && login || both;
    }

    private List<String> list(String place, PageKind kind) {
        return phrases.getOrDefault(place + "-" + kind.label(), List.of());
    }

    /** Whether a short title has one of the phrases; a number only as its first word or behind a word for an error. */
    private static boolean names(String title, List<String> phrases) {
        String lower = NormalForms.of(LowerCase.of(title), Form.NFC).strip();
        if (lower.isEmpty() || lower.length() > MAX_TITLE) {
            return false;
        }
        for (String phrase : phrases) {
            boolean number = Character.isDigit(phrase.charAt(0));
            if (number ? lower.matches(phrase + "(?:\\D.*|$)") : lower.contains(phrase)) {
                return true;
            }
        }
        return false;
    }
}
