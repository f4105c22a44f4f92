package io.copydesk.extraction.page;

import io.copydesk.extraction.notice.NoticeReport.Stripped;
import io.copydesk.extraction.notice.Passage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The article's blocks. Immutable, but for the arrays of the evidence.
 *
 * @param passages what stays, in document order
 * @param cut what was removed between them, in document order; orders are comparable with those of the passages
 * @param evidence what the classifier judged, {@code null} when the rules alone decided
 */
public record MainText(
        List<Passage> passages,
        List<Stripped> cut,
        @Nullable Evidence evidence) {

    /** No text found. */
    public static final MainText NONE = new MainText(List.of(), List.of(), null);

    /**
     * The input and the output of the block classifier.
     *
     * @param sheet all blocks of the page
     * @param likelihood of each block to be the article's, 0–1
     */
    public record Evidence(BlockSheet sheet, float[] likelihood) {}

    /** Characters of all passages. */
    public int length() {
        return passages.stream().mapToInt(passage -> passage.text().length()).sum();
    }
}
