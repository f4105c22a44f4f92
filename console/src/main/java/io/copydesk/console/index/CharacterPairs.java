package io.copydesk.console.index;

import io.copydesk.schemas.UnspacedScripts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Runs of characters of {@link UnspacedScripts} as pairs of characters. Each character has a position of its own, so a phrase of pairs is a
 * substring of the run. In an index each character is there alone as well; in a search only where it is the whole run. A single space (or one of
 * no width) ends no run where it is set as the writer likes. Other words stay as they are, and so do their parts beside a run: the two of LG전자.
 */
final class CharacterPairs extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offsets = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final boolean isForIndex;

    /** The characters of the token that is read, and what stands between them; none of a token without a run. */
    private List<String> pieces = List.of();

    private int at;
    private boolean isFirst;
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

    @Override
    public void reset() throws IOException {
        super.reset();
        pieces = List.of();
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
        while (at < pieces.size()) {
            String piece = pieces.get(at++);
            if (!isOfRun(piece)) {
                give(piece, 1);
                isFirst = true;
                return true;
            }
            boolean goesOn = (at < pieces.size() || continues()) && isOfRun(pieces.get(at));
            String both = goesOn ? piece + pieces.get(at) : "";
            boolean isAlone = isFirst && !goesOn;
            isFirst = false;
            if (isForIndex || isAlone) {
                give(piece, 1);
                pair = both;
                return true;
            } else if (goesOn) {
                give(both, 1);
                return true;
            }
            skipped++; // the last character is in the pair before
        }
        return advance() && (pieces.isEmpty() || incrementToken());
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
        isFirst = true;
        begin();
        if (pieces.isEmpty()) {
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
        pieces = pieces(term.toString());
        at = 0;
        runStart = offsets.startOffset();
        runEnd = offsets.endOffset();
    }

    /** Each character of a run, and each part between runs as a whole; none when there is no run. */
    private static List<String> pieces(String word) {
        if (word.codePoints().noneMatch(UnspacedScripts::contains)) {
            return List.of();
        }
        List<String> pieces = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < word.length(); ) {
            int c = word.codePointAt(i);
            int end = i + Character.charCount(c);
            if (UnspacedScripts.contains(c)) {
                if (start < i) {
                    pieces.add(word.substring(start, i));
                }
                pieces.add(word.substring(i, end));
                start = end;
            }
            i = end;
        }
        if (start < word.length()) {
            pieces.add(word.substring(start));
        }
        return pieces;
    }

    private static boolean isOfRun(String piece) {
        return UnspacedScripts.contains(piece.codePointAt(0));
    }

    /** Whether the next token belongs to the run; then its pieces are those that follow. */
    private boolean continues() throws IOException {
        if (next != null) {
            return false;
        }
        int last = pieces.get(pieces.size() - 1).codePointAt(0);
        if (!read()) {
            return false;
        }
        if (term.length() > 0) {
            int first = Character.codePointAt(term, 0);
            int gap = UnspacedScripts.isFreelySpaced(last) && UnspacedScripts.isFreelySpaced(first) ? 1 : 0;
            if (UnspacedScripts.contains(first) && offsets.startOffset() - runEnd <= gap) {
                begin();
                return true;
            }
        }
        next = captureState();
        return false;
    }
}
