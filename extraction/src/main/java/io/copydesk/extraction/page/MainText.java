package io.copydesk.extraction.page;

import io.copydesk.schemas.Removed;
import java.util.List;

/**
 * The article's blocks.
 *
 * @param passages what stays, in document order
 * @param cut what was taken out between them
 * @param evidence what the classifier saw, {@code null} when the rules alone decided
 */
public record MainText(List<Passage> passages, List<Cut> cut, Evidence evidence) {

    /** No text found. */
    public static final MainText NONE = new MainText(List.of(), List.of(), null);

    /**
     * One block of text that stays.
     *
     * @param order position on the page, comparable with {@link Cut#order}
     * @param linkDensity share of its characters inside links, 0–1
     */
    public record Passage(int order, BlockKind kind, String text, double linkDensity) {}

    /** One block that was taken out. */
    public record Cut(int order, Removed removed) {}

    /**
     * What the block classifier saw and made of it.
     *
     * @param sheet all blocks of the page
     * @param likelihood of each block
     */
    public record Evidence(BlockSheet sheet, float[] likelihood) {}

    /** Characters of all passages. */
    public int length() {
        int n = 0;
        for (Passage p : passages) {
            n += p.text().length();
        }
        return n;
    }
}
