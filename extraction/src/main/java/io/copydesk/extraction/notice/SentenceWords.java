package io.copydesk.extraction.notice;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The words of a line.
 *
 * @param starts positions of words that open a sentence or a clause after a colon, dash or mark of inversion
 * @param questions positions of words that open a question
 */
record SentenceWords(List<String> words, BitSet starts, BitSet questions) {

    private static final String CUTS = ".!?:;–—¿¡…|\n";

    static SentenceWords of(String text) {
        List<String> words = new ArrayList<>();
        BitSet starts = new BitSet();
        BitSet questions = new BitSet();
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            boolean cut = i == text.length() || CUTS.indexOf(text.charAt(i)) >= 0;
            if (!cut) {
                continue;
            }
            List<String> part = NoticeWords.of(text.substring(from, i));
            if (!part.isEmpty()) {
                starts.set(words.size());
                questions.set(words.size(), i < text.length() && text.charAt(i) == '?');
                words.addAll(part);
            }
            from = i + 1;
        }
        return new SentenceWords(words, starts, questions);
    }
}
