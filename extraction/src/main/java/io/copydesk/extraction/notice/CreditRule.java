package io.copydesk.extraction.notice;

import java.util.List;

/** Photo credits and captions that end in one: {@code (Picture Jane Doe)}, {@code Photo: Agency}, {@code The old port. Photo: Agency}. */
final class CreditRule {

    private static final int MAX_CREDIT = 8;
    private static final int MAX_CAPTION = 45;

    private final NoticePack pack;

    CreditRule(NoticePack pack) {
        this.pack = pack;
    }

    boolean isCredit(Passage passage) {
        String text = passage.text().strip();
        if (passage.heading() || text.length() > 400) {
            return false;
        }
        if (text.startsWith("(") && text.endsWith(")")) {
            List<String> words = Words.of(text);
            return words.size() <= MAX_CREDIT
                    && !words.isEmpty()
                    && pack.list("credit").contains(words.get(0));
        }
        if (isSigned(text)) {
            return true;
        }
        int colon = text.lastIndexOf(':');
        if (colon < 0 || colon + 1 == text.length()) {
            return false;
        }
        int start = colon;
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        List<String> label = Words.of(text.substring(start, colon));
        int after = Words.of(text.substring(colon)).size();
        int before = Words.of(text.substring(0, start)).size();
        boolean named = label.size() == 1 && pack.list("credit").contains(label.get(0));
        return named && after > 0 && after <= MAX_CREDIT && before <= MAX_CAPTION && isBoundary(text, start);
    }

    /** {@code The quay on its first day © Jane Doe}: the sign, then a name, and nothing after it. */
    private static boolean isSigned(String text) {
        int sign = text.lastIndexOf('©');
        int after = sign < 0 ? 0 : Words.of(text.substring(sign + 1)).size();
        return after > 0
                && after <= MAX_CREDIT
                && Words.of(text.substring(0, sign)).size() <= MAX_CAPTION;
    }

    /** Before the label stands nothing, the end of a sentence, or a bracket. */
    private static boolean isBoundary(String text, int start) {
        int i = start - 1;
        while (i >= 0 && Character.isWhitespace(text.charAt(i))) {
            i--;
        }
        return i < 0 || ".!?)(]|/–-".indexOf(text.charAt(i)) >= 0;
    }
}
