package io.copydesk.ingest.boilerplate;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one page to learn from, in at most {@value #MAX_BYTES} bytes.
 *
 * @param headline hash of the headline, 0 when there is none
 * @param title 16-bit hashes of the headline's longer words
 * @param cut whether lines are missing, because the page has more than are kept
 * @param lines the first and the last {@value #EDGE} lines; what lies between them on a longer page is not learned from
 */
public record PageLines(long headline, char[] title, boolean cut, List<Line> lines) {

    static final int MAX_BYTES = 12 * 1024;
    static final int EDGE = 64;
    private static final int LINE_WORDS = 24;
    private static final int LABEL_WORDS = 6;
    private static final int WORD_LETTERS = 4;

    /**
     * One line.
     *
     * @param label whether it is as short as a heading and no sentence
     * @param words 16-bit hashes of its longer words, at most {@value #LINE_WORDS}: to tell what it is about
     */
    record Line(LineKey key, boolean label, char[] words) {}

    /** The paragraphs of an {@code articleBody}. */
    static List<String> split(String body) {
        return List.of(body.split("\n\n"));
    }

    /** Those paragraphs that lines are kept of, in the order of the lines. */
    static List<String> kept(String body) {
        List<String> texts = new ArrayList<>(split(body));
        if (texts.size() > 2 * EDGE) {
            texts.subList(EDGE, texts.size() - EDGE).clear();
        }
        return texts;
    }

    /** The lines to learn from on a page with this headline and {@code articleBody}. */
    public static PageLines of(@Nullable String headline, String body) {
        List<String> texts = kept(body);
        boolean cut = texts.size() < split(body).size();
        List<Line> lines = new ArrayList<>();
        for (String text : texts) {
            List<String> words = LineWords.of(text);
            lines.add(new Line(LineKey.of(words), isLabel(text, words), subject(words)));
        }
        List<String> title = headline == null ? List.of() : LineWords.of(headline);
        long hash = title.isEmpty() ? 0 : LineKey.of(title).whole();
        return new PageLines(hash, subject(title), cut, List.copyOf(lines));
    }

    /** Whether a line is as short as a heading and does not end as a sentence does. */
    static boolean isLabel(String text, List<String> words) {
        // Two characters of a script without spaces count as a word.
        long unspaced = words.stream()
                .filter(word -> LineWords.isUnspaced(word.codePointAt(0)))
                .count();
        if (words.size() - unspaced / 2 > LABEL_WORDS) {
            return false;
        }
        String bare = text.strip();
        return bare.isEmpty() || ".!…。！।".indexOf(bare.charAt(bare.length() - 1)) < 0;
    }

    /** The least hashes, so that of two long lines the same words are kept. */
    private static char[] subject(List<String> words) {
        TreeSet<Character> hashes = new TreeSet<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean unspaced = LineWords.isUnspaced(word.codePointAt(0));
            if (unspaced ? i + 1 < words.size() : word.length() >= WORD_LETTERS) {
                hashes.add((char) Hashes.of(unspaced ? word + words.get(i + 1) : word));
            }
        }
        char[] subject = new char[Math.min(LINE_WORDS, hashes.size())];
        for (int i = 0; i < subject.length; i++) {
            subject[i] = hashes.pollFirst();
        }
        return subject;
    }
}
