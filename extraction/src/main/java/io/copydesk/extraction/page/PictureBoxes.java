package io.copydesk.extraction.page;

import io.copydesk.extraction.dom.PageTree;
import org.jspecify.annotations.Nullable;

/** Which elements hold a picture and the block right below it; one instance for each scan. */
final class PictureBoxes {

    /** Elements around a picture, and around a block, that may be a box of both. */
    private static final int LEVELS = 4;
    /** Characters by which a caption and the text of its picture differ at most: marks at the end. */
    private static final int MAX_STOPS = 2;

    /** What the last picture has for readers who cannot see it, empty when it has none. */
    private String text = "";

    /**
     * Notes picture {@code i} in the elements near around it, unless it is an icon or in a figure, whose captions have an element of their own.
     *
     * @param around the innermost element that is a region
     * @param next order of the block that comes next
     */
    void note(PageTree page, int i, @Nullable Region around, int next) {
        if (isSmall(page.attr(i, "width"))) {
            return;
        }
        text = page.attr(i, "alt");
        int level = 0;
        for (Region r = around; r != null && level < LEVELS && !r.tag.equals("figure"); r = r.parent, level++) {
            r.pictured = next;
        }
    }

    /** Whether {@code width} is a number of one or two digits. */
    private static boolean isSmall(String width) {
        return !width.isEmpty()
                && width.length() <= 2
                && Character.isDigit(width.charAt(0))
                && Character.isDigit(width.charAt(width.length() - 1));
    }

    /** Tells {@code block} the innermost element that holds it and a picture right above. */
    void put(Block block) {
        int level = 0;
        for (Region r = block.region; r != null && level < LEVELS; r = r.parent, level++) {
            if (r.pictured == block.order) {
                block.picture = r;
                block.picturesText = isSame(text, block.text);
                return;
            }
        }
    }

    private static boolean isSame(String picture, String text) {
        return Math.abs(picture.length() - text.length()) <= MAX_STOPS
                && TextShape.isSqueezed(text, TextShape.squeeze(picture));
    }
}
