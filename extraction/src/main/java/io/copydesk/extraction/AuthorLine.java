package io.copydesk.extraction;

import io.copydesk.extraction.date.DateHint;
import io.copydesk.extraction.date.DateLabels;
import io.copydesk.extraction.date.DateReader;
import io.copydesk.extraction.metadata.AuthorNames;
import io.copydesk.extraction.notice.NoticeReport.Stripped;
import io.copydesk.extraction.notice.Passage;
import io.copydesk.schemas.RemovalReason;
import io.copydesk.schemas.Removed;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bylines among the passages of an article: {@code Jane Doe for the Herald12 March 2024} or {@code By Jane Doe} above the text, also as the first
 * line of its first paragraph, {@code 류하늘 기자 name@site} below it; and the dates beside them.
 */
final class AuthorLine {

    private static final int MAX_LENGTH = 120;
    private static final int MAX_BEFORE = 12;
    private static final int MAX_BYLINE = 60;
    /** Passages at the end of an article that may be bylines. */
    private static final int AT_END = 2;
    /** Characters of a note about an author at most. */
    private static final int MAX_NOTE = 400;

    /** Characters of a name below the text at most. */
    private static final int MAX_SIGNATURE = 40;

    /** A dash in front of a signature, and a bracket behind it. */
    private static final Pattern BESIDE_NAME = Pattern.compile("^[–—-]\\s?|\\s\\([^()]{1,40}\\)$");
    /** The beginning of a text with its place and newspaper, and its reporter: {@code [place=newspaper] name 기자 = }. */
    private static final Pattern KOREAN_OPENING =
            Pattern.compile("^[\\[(][^\\])]{2,24}[\\])]\\s?(\\p{IsHangul}{2,4}) (?:기자|특파원) =");

    /** Ends of sentences. */
    private static final String ENDS = ".!?…”»\"";

    /** A number and one word at most at the end of a line. */
    private static final Pattern COUNTED = Pattern.compile("\\s\\p{Nd}[\\p{Nd}.,]*\\s?\\p{L}{0,12}$");

    /** A Chinese or Japanese name in brackets. */
    private static final Pattern BRACKETED =
            Pattern.compile("[（(【]([\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]{3,6})[）)】]");

    private static final DateHint ANY_LANGUAGE = new DateHint(null, true);

    /**
     * An article without its bylines.
     *
     * @param text what is left
     * @param removed the bylines and dates
     * @param authors the names in them, empty when they name none
     */
    record Found(List<Passage> text, List<Stripped> removed, List<String> authors) {}

    private AuthorLine() {}

    /** Takes out the bylines; those of {@code authors} in any form, others only in the form of bylines. */
    static Found find(List<Passage> passages, List<String> authors) {
        List<Stripped> removed = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<Passage> text = new ArrayList<>();
        boolean head = true;
        for (int i = 0; i < passages.size(); i++) {
            Passage p = passages.get(i);
            int line = head ? p.text().indexOf('\n') : -1;
            String first = line < 0 ? p.text() : p.text().substring(0, line);
            Matcher bracketed = i == passages.size() - 1 && i > 0 ? BRACKETED.matcher(p.text()) : null;
            if (bracketed != null && bracketed.matches()) {
                names.add(bracketed.group(1));
                removed.add(stripped(p, p.text(), RemovalReason.BYLINE, "page/author-line"));
                continue;
            }
            if (i == passages.size() - 1
                    && (authors.isEmpty() || authors.contains(name(p)))
                    && isSignature(passages, i)) {
                names.add(name(p));
                removed.add(stripped(p, p.text(), RemovalReason.BYLINE, "page/author-line"));
                continue;
            }
            if (i == passages.size() - AT_END && i > 0 && isPortrait(passages, i, authors)) {
                removed.add(stripped(p, p.text(), RemovalReason.BYLINE, "page/author-note"));
                Passage about = passages.get(++i);
                removed.add(stripped(about, about.text(), RemovalReason.BYLINE, "page/author-note"));
                continue;
            }
            Matcher opening = head ? KOREAN_OPENING.matcher(first) : null;
            if (opening != null && opening.lookingAt()) {
                names.add(opening.group(1));
            }
            boolean place = head || i >= passages.size() - AT_END;
            if (!p.heading() && place && isByline(first, authors, head)) {
                names.addAll(AuthorNames.of(List.of(first)));
                removed.add(stripped(p, first, RemovalReason.BYLINE, "page/author-line"));
                if (line >= 0) {
                    text.add(p.with(p.text().substring(line + 1).strip()));
                }
            } else if (i >= passages.size() - AT_END && i > 0 && isAbout(p, authors)) {
                removed.add(stripped(p, p.text(), RemovalReason.BYLINE, "page/author-note"));
            } else if (!p.heading() && head && line < 0 && isDateline(first)) {
                removed.add(stripped(p, first, RemovalReason.DATE_LINE, "page/date-line"));
            } else {
                text.add(p);
            }
            head &= p.text().length() <= MAX_LENGTH;
        }
        return text.isEmpty() ? new Found(passages, List.of(), List.of()) : new Found(text, removed, names);
    }

    private static Stripped stripped(Passage p, String text, RemovalReason reason, String rule) {
        return new Stripped(p.order(), new Removed(text, reason, rule, null));
    }

    private static boolean isByline(String text, List<String> authors, boolean head) {
        return text.length() <= MAX_LENGTH
                && (head && (isDated(text, authors) || AuthorNames.isOfOffice(text, authors))
                        || isCounted(text, authors)
                        || text.length() <= MAX_BYLINE && AuthorNames.isByline(text, head ? authors : List.of()));
    }

    /** A short line that begins with the name of an author and ends with a number, that of their readers or texts. */
    private static boolean isCounted(String text, List<String> authors) {
        return text.length() <= MAX_BYLINE
                && COUNTED.matcher(text).find()
                && !DateReader.hasDate(text)
                && authors.stream().anyMatch(name -> text.startsWith(name) && text.startsWith(" ", name.length()));
    }

    /** Whether the last line, below a sentence, is a name and nothing else. */
    private static boolean isSignature(List<Passage> passages, int last) {
        Passage p = passages.get(last);
        String above = last == 0 ? "" : passages.get(last - 1).text();
        return above.length() > MAX_BYLINE
                && ENDS.indexOf(above.charAt(above.length() - 1)) >= 0
                && !p.heading()
                && name(p).length() <= MAX_SIGNATURE
                && AuthorNames.isName(name(p));
    }

    /** Whether the last passages are the name of an author as a heading, and one short paragraph. */
    private static boolean isPortrait(List<Passage> passages, int i, List<String> authors) {
        Passage about = passages.get(i + 1);
        return passages.get(i).heading()
                && authors.contains(passages.get(i).text().strip())
                && !about.heading()
                && about.text().length() <= MAX_NOTE;
    }

    /** The text without a dash in front and a bracket behind. */
    private static String name(Passage p) {
        return p.text().length() > MAX_LENGTH
                ? p.text()
                : BESIDE_NAME.matcher(p.text()).replaceAll("");
    }

    /** Whether a short paragraph at the end is about an author of the article: it opens with their name in full. */
    private static boolean isAbout(Passage p, List<String> authors) {
        return !p.heading()
                && p.text().length() <= MAX_NOTE
                && ".!。".indexOf(p.text().charAt(p.text().length() - 1)) >= 0
                && authors.stream()
                        .anyMatch(name -> name.indexOf(' ') > 0
                                && p.text().startsWith(name)
                                && p.text().startsWith(" ", name.length()));
    }

    /** It starts with the name of an author, holds a number, and is no sentence. */
    private static boolean isDated(String text, List<String> authors) {
        boolean sentence = ".!?…”»:".indexOf(text.charAt(text.length() - 1)) >= 0;
        boolean dated = text.chars().anyMatch(Character::isDigit);
        return dated
                && !sentence
                && authors.stream().anyMatch(name -> {
                    int at = name.indexOf(' ') < 0 ? -1 : text.indexOf(name);
                    return at >= 0 && at <= MAX_BEFORE || at > 0 && DateReader.hasDate(text.substring(0, at));
                });
    }

    /** A date alone or with the label of a publication or a change, and nothing else. */
    private static boolean isDateline(String text) {
        if (text.length() > MAX_BYLINE) {
            return false;
        }
        if (AuthorNames.isDate(text)) {
            return true;
        }
        if (!DateLabels.isOfPublication(text) && !DateLabels.isOfChange(text)) {
            return false;
        }
        int covered = 0;
        for (DateReader.Found found : DateReader.findAll(text, ANY_LANGUAGE)) {
            covered += found.end() - found.start();
        }
        return covered * 2 >= text.length();
    }
}
