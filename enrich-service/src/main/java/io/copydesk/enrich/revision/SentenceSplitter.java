package io.copydesk.enrich.revision;

import io.copydesk.extraction.resource.ResourceLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Splits a text into sentences: at line ends, at the full stops of East Asian scripts, and at {@code . ! ? …} before white
 * space, except after an abbreviation or an initial and before a lower-case letter. One pass, no backtracking. Thread-safe.
 */
final class SentenceSplitter {

    private static final Set<String> ABBREVIATIONS =
            ResourceLines.words(ResourceLines.of(SentenceSplitter.class, "abbreviations.txt"));
    private static final int LONGEST_ABBREVIATION = 6;
    private static final String CLOSERS = "\"'”’»)]」』）";

    private SentenceSplitter() {}

    /** The sentences in order, without surrounding white space; none is empty. */
    static List<String> split(String text) {
        List<String> sentences = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int end = -1;
            if (c == '\n') {
                end = i;
            } else if (c == '。' || c == '！' || c == '？') {
                end = afterClosers(text, i + 1);
            } else if (c == '.' || c == '!' || c == '?' || c == '…' || c == '।' || c == '؟') {
                int after = afterClosers(text, i + 1);
                end = endsSentence(text, start, i, after) ? after : -1;
            }
            if (end >= 0) {
                add(sentences, text.substring(start, end));
                start = end;
                i = Math.max(i, end - 1);
            }
        }
        add(sentences, text.substring(start));
        return sentences;
    }

    private static void add(List<String> sentences, String sentence) {
        String bare = sentence.strip();
        if (!bare.isEmpty()) {
            sentences.add(bare);
        }
    }

    private static int afterClosers(String text, int at) {
        int end = at;
        while (end < text.length() && CLOSERS.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private static boolean endsSentence(String text, int start, int stop, int after) {
        if (after >= text.length()) {
            return true;
        }
        if (!Character.isWhitespace(text.charAt(after))) {
            return false;
        }
        int next = after;
        while (next < text.length() && text.charAt(next) != '\n' && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        if (next < text.length() && Character.isLowerCase(text.charAt(next))) {
            return false;
        }
        return text.charAt(stop) != '.' || after > stop + 1 || !isAbbreviation(text, start, stop);
    }

    private static boolean isAbbreviation(String text, int start, int stop) {
        int begin = stop;
        while (begin > start
                && stop - begin <= LONGEST_ABBREVIATION
                && !Character.isWhitespace(text.charAt(begin - 1))
                && text.charAt(begin - 1) != '(') {
            begin--;
        }
        String word = text.substring(begin, stop);
        boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0));
        return initial || ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
    }
}
