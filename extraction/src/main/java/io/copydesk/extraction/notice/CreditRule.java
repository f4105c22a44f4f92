package io.copydesk.extraction.notice;

import io.copydesk.schemas.CombiningMarks;
import io.copydesk.schemas.LowerCase;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Credits by their shape: {@code (Picture Jane Doe)}, {@code Photo: Agency}, {@code The old port. Photo: Agency}, {@code Jane Doe/Agency},
 * {@code Agency}.
 */
final class CreditRule {

    private static final int MAX_CREDIT = 8;
    private static final int MAX_CAPTION = 45;
    private static final int MAX_LENGTH = 400;
    /** {@code XYZ (jd)}: the agency, and the editor's initials. */
    private static final Pattern INITIALS = Pattern.compile("\\p{Lu}{2,6} ?\\(\\p{Ll}{2,4}\\)");

    private static final Pattern STROKE = Pattern.compile("[/|]");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final Set<String> labels;
    private final Set<String> agencies;
    private final Set<String> agencyWords;

    CreditRule(NoticePack pack, Set<String> agencies) {
        this.labels = pack.list("credit");
        this.agencies = agencies;
        this.agencyWords = pack.list("agency-words");
    }

    /** Characters of a label of several words at most. */
    private static final int MAX_LONG_LABEL = 30;

    boolean isCredit(Passage passage) {
        String text = passage.text().strip();
        if (passage.heading() || text.isEmpty() || text.length() > MAX_LENGTH) {
            return false;
        }
        return isBracketed(text) || isSigned(text) || isOfAgency(text) || isLabelled(text) || isShortened(text);
    }

    private boolean isBracketed(String text) {
        if (!text.startsWith("(") || !text.endsWith(")")) {
            return false;
        }
        List<String> words = NoticeWords.of(text);
        return words.size() <= MAX_CREDIT && !words.isEmpty() && labels.contains(words.get(0));
    }

    /** {@code Phot. Jane Doe}: a shortened label, then names. */
    private boolean isShortened(String text) {
        int dot = text.indexOf('.');
        return dot > 0
                && dot <= 6
                && labels.contains(NoticeWords.fold(text.substring(0, dot)))
                && dot + 2 < text.length()
                && isName(text.substring(dot + 1));
    }

    private boolean isLabelled(String text) {
        int colon = Math.max(text.lastIndexOf(':'), text.lastIndexOf('：'));
        if (colon < 0 || colon + 1 == text.length()) {
            return false;
        }
        int start = colon;
        while (start > 0 && isPartOfLabel(text, start - 1)) {
            start--;
        }
        List<String> label = NoticeWords.of(text.substring(start, colon));
        boolean spelled = !label.isEmpty() && NoticeWords.isWhole(label.get(0).charAt(0));
        boolean named = !label.isEmpty() && labels.contains(spelled ? String.join("", label) : label.get(0));
        if (!named || !isBoundary(text, start)) {
            return hasLongLabel(text, colon);
        }
        int after = NoticeWords.of(text.substring(colon)).size();
        int before = NoticeWords.of(text.substring(0, start)).size();
        return after > 0 && after <= MAX_CREDIT && before <= MAX_CAPTION;
    }

    /** {@code Image credits: Jane Doe}: a label of several words, all of which are labels. */
    private boolean hasLongLabel(String text, int colon) {
        List<String> label = NoticeWords.of(text.substring(0, Math.min(colon, MAX_LONG_LABEL)));
        return colon <= MAX_LONG_LABEL
                && !label.isEmpty()
                && labels.containsAll(label)
                && NoticeWords.of(text.substring(colon)).size() <= MAX_CREDIT;
    }

    /** Letters, and {@code (s)} for the plural. */
    private static boolean isPartOfLabel(String text, int i) {
        char c = text.charAt(i);
        return Character.isLetter(c)
                || CombiningMarks.isMark(c)
                || (c == '(' || c == ')') && text.startsWith("(s)", Math.max(0, i - (c == ')' ? 2 : 0)))
                || c == ' ' && i + 1 < text.length() && ":：".indexOf(text.charAt(i + 1)) >= 0;
    }

    /** {@code The quay on its first day © Jane Doe}: the sign, then a name at the end. */
    private boolean isSigned(String text) {
        int sign = text.lastIndexOf('©');
        if (sign > 0 && opensWithLabel(text)) {
            return true;
        }
        int after = sign < 0 ? 0 : NoticeWords.of(text.substring(sign + 1)).size();
        return after > 0
                && after <= MAX_CREDIT
                && NoticeWords.of(text.substring(0, sign)).size() <= MAX_CAPTION;
    }

    private boolean opensWithLabel(String text) {
        List<String> words = NoticeWords.of(text);
        return words.size() <= MAX_CAPTION && labels.contains(words.get(0));
    }

    /** Only agencies, or a name, a stroke and agencies. */
    private boolean isOfAgency(String text) {
        if (text.length() > 80 || ".!?:".indexOf(text.charAt(text.length() - 1)) >= 0) {
            return false;
        }
        if (INITIALS.matcher(text).matches()) {
            return true;
        }
        String[] parts =
                STROKE.split(text.startsWith("(") && text.endsWith(")") ? text.substring(1, text.length() - 1) : text);
        boolean known = false;
        for (String part : parts) {
            boolean agency = !part.isBlank() && isAgency(part);
            known |= agency;
            if (!agency && !isName(part)) {
                return false;
            }
        }
        return known;
    }

    /** Its name, with words such as {@code via} and {@code images} around it. */
    private boolean isAgency(String part) {
        List<String> words = NoticeWords.of(part);
        boolean written = Character.isUpperCase(part.strip().charAt(0)) || part.equals(LowerCase.of(part));
        return written
                && words.size() <= 6
                && words.stream().anyMatch(agencies::contains)
                && words.stream().allMatch(word -> agencies.contains(word) || agencyWords.contains(word));
    }

    /** Up to five words, each with a capital; or initials, as agencies sign their copy. */
    private static boolean isName(String part) {
        String[] words = BLANKS.split(part.strip());
        if (words.length == 1 && words[0].length() <= 4) {
            return !words[0].isEmpty();
        }
        for (String word : words) {
            if (!Character.isUpperCase(word.charAt(0))) {
                return false;
            }
        }
        return words.length <= 5;
    }

    /** Whether the label is at the start, or follows the end of a sentence or a bracket. */
    private static boolean isBoundary(String text, int start) {
        int i = start - 1;
        while (i >= 0 && Character.isWhitespace(text.charAt(i))) {
            i--;
        }
        return i < 0 || ".!?)(]|/–-。।؟".indexOf(text.charAt(i)) >= 0;
    }
}
