package io.copydesk.extraction.notice;

import io.copydesk.extraction.notice.NoticePattern.Effect;
import io.copydesk.extraction.resource.WordLists;
import io.copydesk.schemas.LowerCase;
import io.copydesk.schemas.RemovalReason;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the sender of a press release says of itself at its end: below a line "About …" a paragraph that begins with that name, below a line "Press
 * contact" a telephone number or an address of mail. Pure.
 */
final class SenderNotes {

    private static final int MAX_HEADING = 80;
    /** Characters from the name of the sender in the paragraph about it to its beginning at most. */
    private static final int MAX_BEFORE_NAME = 40;
    /** Characters of all notes, and their share of the article, at most. */
    private static final int MAX_NOTES = 2500;

    private static final double MOST = 0.4;
    private static final int MAX_PARAGRAPHS = 3;
    private static final int MAX_LINES = 8;
    private static final int MAX_LINE = 250;

    private static final Pattern FRAME = Pattern.compile("^[\\s【■◆●<＜\\[]+|[\\s】>＞\\]:：]+$");
    private static final Pattern CONTACT = Pattern.compile("\\S@\\S|(?:\\p{Nd}[ ()/.–-]{0,2}){6,}");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}]{2,}");
    private static final WordLists WORDS = WordLists.ofPhrases(SenderNotes.class, "sender-words.txt");
    private static final List<String> WHOLE = WORDS.get("whole");
    private static final List<String> BEFORE = WORDS.get("before");
    private static final List<String> BEHIND = WORDS.get("behind");
    private static final List<String> CONTACT_LABELS = WORDS.get("contact");

    private SenderNotes() {}

    /** Sets {@code gone} and {@code hits} for the notes at the end. */
    static void take(List<Passage> passages, @Nullable Hit[] hits, boolean[] gone, @Nullable String language) {
        int all = passages.stream().mapToInt(p -> p.text().length()).sum();
        int start = gone.length;
        int below = 0;
        for (int i = gone.length - 1; i > 0; i--) {
            below += passages.get(i).text().length();
            if (below > MAX_NOTES || below > MOST * all) {
                break;
            }
            if (isLabel(passages.get(i)) && (isAbout(passages, i, start) || isContact(passages, i, start))) {
                start = i;
            }
        }
        for (int i = start; i < gone.length; i++) {
            if (!gone[i]) {
                gone[i] = true;
                hits[i] = Hit.of(
                        "notices/sender-note", language == null ? "und" : language, RemovalReason.BYLINE, Effect.NONE);
            }
        }
    }

    private static boolean isLabel(Passage p) {
        return p.text().length() <= MAX_HEADING && !p.preformatted() && p.linkDensity() == 0;
    }

    /** Whether line {@code i} names a sender, and no more than some paragraphs on it stand up to {@code end}. */
    private static boolean isAbout(List<Passage> passages, int i, int end) {
        int paragraphs = end - i - 1;
        if (paragraphs == 0 || paragraphs > MAX_PARAGRAPHS || hasHeading(passages, i + 1, end)) {
            return false;
        }
        String line = plain(passages.get(i));
        if (WHOLE.contains(line)) {
            return true;
        }
        String name = name(line, passages.get(i).text());
        Matcher word = WORD.matcher(name == null ? "" : name);
        if (!word.find()) {
            return false;
        }
        String about = passages.get(i + 1).text();
        int at = LowerCase.of(about).indexOf(word.group());
        return at >= 0 && at <= MAX_BEFORE_NAME && about.length() > line.length();
    }

    /** The name behind or in front of a word for "about", {@code null} when there is no such word. */
    private static @Nullable String name(String line, String written) {
        String longest = null;
        for (String before : BEFORE) {
            boolean starts = line.startsWith(before)
                    && line.length() > before.length() + 1
                    && (before.endsWith("'") || line.charAt(before.length()) == ' ' || isDense(before));
            if (starts && (longest == null || before.length() > longest.length())) {
                longest = before;
            }
        }
        if (longest != null) {
            String name = line.substring(longest.length()).strip();
            int at = LowerCase.of(written).indexOf(name);
            return at < 0 || Character.isLowerCase(written.charAt(at)) ? null : name;
        }
        return BEHIND.stream()
                .filter(line::endsWith)
                .map(behind -> line.substring(0, line.length() - behind.length()))
                .findFirst()
                .orElse(null);
    }

    private static boolean isDense(String word) {
        return NoticeWords.isWhole(word.charAt(0));
    }

    private static boolean isContact(List<Passage> passages, int i, int end) {
        int lines = end - i - 1;
        if (lines == 0 || lines > MAX_LINES || !CONTACT_LABELS.contains(plain(passages.get(i)))) {
            return false;
        }
        boolean found = false;
        for (Passage p : passages.subList(i + 1, end)) {
            if (p.text().length() > MAX_LINE) {
                return false;
            }
            found |= CONTACT.matcher(p.text()).find();
        }
        return found;
    }

    private static boolean hasHeading(List<Passage> passages, int from, int to) {
        return passages.subList(from, to).stream().anyMatch(Passage::heading);
    }

    private static String plain(Passage p) {
        return FRAME.matcher(LowerCase.of(p.text())).replaceAll("");
    }
}
