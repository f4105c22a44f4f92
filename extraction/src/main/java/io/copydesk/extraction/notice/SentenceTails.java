package io.copydesk.extraction.notice;

import io.copydesk.schemas.RemovalReason;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Splits off notices that are the last sentences of a paragraph: {@code … before the winter. Sign up for our newsletter here.} */
final class SentenceTails {

    private static final int MIN_HEAD = 40;
    private static final int MAX_TAIL = 250;
    private static final int MAX_TAILS = 4;
    private static final String ENDS = ".!?…。！？؟।";
    private static final String CLOSING = "\"”“»«’')]」』";
    private static final String SPEECH = "\"”“»«„」』";

    private SentenceTails() {}

    /** Each passage, or its head and its last sentences one by one when these are clearly notices by {@code judge}. */
    static List<Passage> split(List<Passage> passages, Function<Passage, @Nullable Hit> judge) {
        List<Passage> out = new ArrayList<>(passages.size());
        for (Passage p : passages) {
            int from = out.size();
            Passage head = p;
            while (!p.heading() && !p.preformatted() && out.size() - from < MAX_TAILS) {
                int start = lastSentence(head.text());
                if (start < 0
                        || !isNotice(head.with(head.text().substring(start).strip()), judge)) {
                    break;
                }
                out.add(from, head.with(head.text().substring(start).strip()));
                head = head.with(head.text().substring(0, start).strip());
            }
            out.add(from, head);
        }
        return out;
    }

    /** Articles refer to other pages as well; only a label or brackets make such a sentence a related link. */
    private static boolean isNotice(Passage tail, Function<Passage, @Nullable Hit> judge) {
        String text = tail.text();
        if (text.isEmpty() || isSpeech(text)) {
            return false;
        }
        Hit hit = judge.apply(tail);
        boolean bracketed = "([".indexOf(text.charAt(0)) >= 0;
        boolean link = hit != null && hit.pattern().reason() == RemovalReason.RELATED;
        if (hit == null || link && !bracketed && text.indexOf(':') < 0) {
            return false;
        }
        // A phrase inside a sentence may be its subject.
        boolean inside = hit.pattern().scope() == NoticePattern.Scope.ANYWHERE;
        return hit.score() > NoticeScorer.ENOUGH + (inside ? 1 : 0);
    }

    private static boolean isSpeech(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (SPEECH.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Where the last sentence starts, -1 when the text is one sentence or the last is too long. */
    private static int lastSentence(String text) {
        int lowest = Math.max(MIN_HEAD, text.length() - MAX_TAIL);
        for (int i = text.length() - 2; i >= lowest; i--) {
            char next = text.charAt(i);
            if (next >= 'a' && next <= 'z') {
                continue; // most characters are, and none of them begins a sentence
            }
            char before = text.charAt(i - 1);
            boolean ends =
                    ENDS.indexOf(before) >= 0 || CLOSING.indexOf(before) >= 0 && ENDS.indexOf(text.charAt(i - 2)) >= 0;
            boolean begins = Character.isWhitespace(next)
                    || Character.isUpperCase(next)
                    || Character.isLetter(next) && !Character.isLowerCase(next)
                    || "([".indexOf(next) >= 0;
            if (ends && begins) {
                return i;
            }
        }
        return -1;
    }
}
