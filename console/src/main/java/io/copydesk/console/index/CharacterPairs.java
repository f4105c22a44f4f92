package io.copydesk.console.index;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Runs of characters that no spaces part into words, as pairs of characters: Chinese, Japanese, Korean, and Thai, Lao, Khmer, Burmese. Each
 * character has a position of its own, so a phrase of pairs is a substring of the run. In an index each character is there alone as
 * well; in a search only where it is the whole run. In Thai, Lao, Khmer and Burmese a single space (or one of no width) is set as the
 * writer likes and ends no run. Other words stay as they are.
 */
final class CharacterPairs extends TokenFilter {

    private static final Set<String> RUNS = types(
            StandardTokenizer.IDEOGRAPHIC,
            StandardTokenizer.HIRAGANA,
            StandardTokenizer.KATAKANA,
            StandardTokenizer.HANGUL,
            StandardTokenizer.SOUTHEAST_ASIAN);
    private static final Set<String> SPACED = types(StandardTokenizer.SOUTHEAST_ASIAN);

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offsets = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final TypeAttribute type = addAttribute(TypeAttribute.class);
    private final boolean isForIndex;

    /** The characters of the token that is read, of a run; none of another token. */
    private int[] run = {};

    private int at;
    private boolean isFirst;
    private String runType = "";
    private int runStart;
    private int runEnd;

    /** The token after the run, read ahead. */
    private @Nullable State next;

    private boolean isEnd;

    /** The pair that begins with the character that was given last; empty for none. */
    private String pair = "";

    /** Positions since the last token that have none. */
    private int skipped;

    /** @param isForIndex whether single characters are wanted beside the pairs */
    CharacterPairs(TokenStream words, boolean isForIndex) {
        super(words);
        this.isForIndex = isForIndex;
    }

    private static Set<String> types(int... types) {
        return IntStream.of(types)
                .mapToObj(type -> StandardTokenizer.TOKEN_TYPES[type])
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        run = new int[0];
        at = 0;
        next = null;
        isEnd = false;
        pair = "";
        skipped = 0;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!pair.isEmpty()) {
            give(pair, 0);
            pair = "";
            return true;
        }
        while (at < run.length) {
            String character = Character.toString(run[at++]);
            boolean goesOn = at < run.length || continues();
            String both = goesOn ? character + Character.toString(run[at]) : "";
            boolean isAlone = isFirst && !goesOn;
            isFirst = false;
            if (isForIndex || isAlone) {
                give(character, 1);
                pair = both;
                return true;
            } else if (goesOn) {
                give(both, 1);
                return true;
            }
            skipped++; // the last character is in the pair before
        }
        return advance() && (run.length == 0 || incrementToken());
    }

    private void give(String text, int positions) {
        clearAttributes();
        term.append(text);
        offsets.setOffset(runStart, runEnd); // of the token that was read last: Lucene wants them not to go back
        increment.setPositionIncrement(positions + skipped);
        skipped = 0;
    }

    /** Goes to the next token; one of no run is given as it is. */
    private boolean advance() throws IOException {
        if (next != null) {
            restoreState(next);
            next = null;
        } else if (!read()) {
            return false;
        }
        if (RUNS.contains(type.type()) && term.length() > 0) {
            begin();
            isFirst = true;
        } else {
            run = new int[0];
            at = 0;
            increment.setPositionIncrement(increment.getPositionIncrement() + skipped);
            skipped = 0;
        }
        return true;
    }

    private boolean read() throws IOException {
        isEnd = isEnd || !input.incrementToken();
        return !isEnd;
    }

    private void begin() {
        run = term.toString().codePoints().toArray();
        at = 0;
        runType = type.type();
        runStart = offsets.startOffset();
        runEnd = offsets.endOffset();
    }

    /** Whether the next token belongs to the run; then its characters are those that follow. */
    private boolean continues() throws IOException {
        if (next != null || !read()) {
            return false;
        }
        int gap = SPACED.contains(runType) && SPACED.contains(type.type()) ? 1 : 0;
        if (RUNS.contains(type.type()) && term.length() > 0 && offsets.startOffset() - runEnd <= gap) {
            begin();
            return true;
        }
        next = captureState();
        return false;
    }
}
