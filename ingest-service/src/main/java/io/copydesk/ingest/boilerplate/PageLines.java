package io.copydesk.ingest.boilerplate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    /** The place of a line of which none is known. */
    static final int NO_PLACE = 0;

    private static final int LINE_WORDS = 24;
    private static final int LABEL_WORDS = 6;
    private static final int WORD_LETTERS = 4;

    /**
     * One line.
     *
     * @param label whether it is as short as a heading and no sentence
     * @param words 16-bit hashes of its longer words, at most {@value #LINE_WORDS}: to tell what it is about
     * @param place where it stands on the site's pages, {@link #NO_PLACE} when that is not known
     */
    record Line(LineKey key, boolean label, char[] words, int place) {}

    /** The paragraphs of an {@code articleBody}. */
    static List<String> split(String body) {
        return List.of(body.split("\n\n"));
    }

    /** Those paragraphs that lines are kept of, in the order of the lines. */
    static List<String> kept(String body) {
        return edges(split(body));
    }

    /** The first and the last of {@code all}, one for each paragraph. */
    private static <T> List<T> edges(List<T> all) {
        List<T> edges = new ArrayList<>(all);
        if (edges.size() > 2 * EDGE) {
            edges.subList(EDGE, edges.size() - EDGE).clear();
        }
        return edges;
    }

    /** The places of all {@code paragraphs} of the text; that of one of which no line is kept is {@link #NO_PLACE}. */
    int[] places(int paragraphs) {
        int[] places = new int[paragraphs];
        int left = paragraphs - lines.size();
        for (int i = 0; i < lines.size() && left >= 0; i++) {
            places[i < EDGE ? i : i + left] = lines.get(i).place();
        }
        return places;
    }

    /**
     * The lines to learn from on a page with this headline and {@code articleBody}.
     *
     * @param places one for each paragraph, or none
     */
    public static PageLines of(@Nullable String headline, String body, List<Integer> places) {
        List<String> all = split(body);
        List<String> texts = edges(all);
        boolean cut = texts.size() < all.size();
        List<Integer> known = places.size() == all.size() ? edges(places) : List.of();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            List<String> words = LineWords.of(texts.get(i));
            int place = known.isEmpty() ? NO_PLACE : known.get(i);
            lines.add(new Line(LineKey.of(words), isLabel(texts.get(i), words), subject(words), place));
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
        char[] hashes = new char[words.size()];
        int count = 0;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean unspaced = LineWords.isUnspaced(word.codePointAt(0));
            if (unspaced ? i + 1 < words.size() : word.length() >= WORD_LETTERS) {
                hashes[count++] = (char) Hashes.of(unspaced ? word + words.get(i + 1) : word);
            }
        }
        Arrays.sort(hashes, 0, count);
        int distinct = 0;
        for (int i = 0; i < count && distinct < LINE_WORDS; i++) {
            if (distinct == 0 || hashes[i] != hashes[distinct - 1]) {
                hashes[distinct++] = hashes[i];
            }
        }
        return Arrays.copyOf(hashes, distinct);
    }
}
