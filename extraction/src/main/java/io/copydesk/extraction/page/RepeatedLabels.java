package io.copydesk.extraction.page;

import io.copydesk.schemas.RemovalReason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Removes lines of one label and a title, {@code READ ANOTHER STORY | …}, which sites insert as links between paragraphs. A label is recognised by its
 * recurrence, in any language.
 */
final class RepeatedLabels {

    private static final int MIN_LINES = 3;
    private static final int MAX_LABEL = 60;
    private static final int MAX_LINE = 250;
    private static final String SEPARATORS = "|»›";

    private RepeatedLabels() {}

    static void drop(List<Block> blocks) {
        Map<String, Integer> lines = new HashMap<>();
        for (Block b : blocks) {
            String label = label(b);
            if (label != null) {
                lines.merge(label, 1, Integer::sum);
            }
        }
        if (lines.values().stream().noneMatch(n -> n >= MIN_LINES)) {
            return;
        }
        for (Block b : blocks) {
            String label = label(b);
            if (label != null && lines.getOrDefault(label, 0) >= MIN_LINES) {
                b.remove(RemovalReason.RELATED, "page/repeated-label");
            }
        }
    }

    /** The text before the separator; {@code null} when the line has none. */
    private static @Nullable String label(Block b) {
        if (b.removed != null || b.region.hidden || b.kind == BlockKind.CELL || b.text.length() > MAX_LINE) {
            return null;
        }
        for (int i = 2; i < Math.min(MAX_LABEL, b.text.length()); i++) {
            if (SEPARATORS.indexOf(b.text.charAt(i)) >= 0) {
                return b.text.substring(0, i);
            }
        }
        return null;
    }
}
