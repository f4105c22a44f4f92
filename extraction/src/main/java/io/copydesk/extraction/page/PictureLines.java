package io.copydesk.extraction.page;

import io.copydesk.schemas.RemovalReason;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Lines right below a picture that belong to it although no element says so: what the picture has for readers who cannot see it, a short line in
 * italics or bold type, or the only line in a box with the picture.
 */
final class PictureLines {

    private static final String RULE = "page/picture-line";

    /** Weight of a line in italics or bold type at most. */
    private static final int MAX_LINE = 120;
    /** Weight of a line in a box with a picture at most. */
    private static final int MAX_BOXED = 120;
    /** Weight of a paragraph of the article at least, of which there must be {@value #LEAST_PARAGRAPHS}. */
    private static final int PARAGRAPH = 120;

    private static final int LEAST_PARAGRAPHS = 3;
    /** Words of a line that is not what the picture has itself at least; fewer are a title. */
    private static final int LEAST_WORDS = 3;

    private static final Pattern TITLE_OR_QUOTE = Pattern.compile("^(?:\\d+[.)]|[\"“„«»”「])");

    private PictureLines() {}

    /** Removes them from the text. */
    static void drop(List<Block> blocks) {
        int paragraphs = 0;
        for (Block b : blocks) {
            paragraphs += isText(b) && b.weight >= PARAGRAPH ? 1 : 0;
        }
        for (Block b : blocks) {
            if (paragraphs >= LEAST_PARAGRAPHS && isText(b) && isOfPicture(b)) {
                b.remove(RemovalReason.PHOTO_CREDIT, RULE);
            }
        }
    }

    private static boolean isText(Block b) {
        return b.removed == null && !b.region.hidden;
    }

    private static boolean isOfPicture(Block b) {
        Region box = b.picture;
        if (box == null || b.kind != BlockKind.PARAGRAPH && b.kind != BlockKind.LOOSE) {
            return false;
        }
        if (b.picturesText) {
            return true;
        }
        if (TextCounts.of(b.text).words() < LEAST_WORDS
                || TITLE_OR_QUOTE.matcher(b.text).lookingAt()) {
            return false;
        }
        boolean emphasised = b.strongChars == b.text.length() && b.weight <= MAX_LINE;
        boolean boxed = box.size() == 1 && !box.tag.equals("p") && b.weight <= MAX_BOXED && !b.sentence;
        return emphasised && b.region.depth - box.depth <= 1 || boxed;
    }
}
