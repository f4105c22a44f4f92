package io.copydesk.extraction.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Splits passages with line breaks whose last lines are notices, as where sites print them in the element of the last paragraph. */
final class BrokenLines {

    /** A passage of more lines is verse, a list or code, and is not split. */
    private static final int MAX_LINES = 15;
    /** Least characters of a line that counts as text unless it is a notice itself. */
    private static final int TEXT = 100;

    private BrokenLines() {}

    /**
     * Each passage, or its first lines and each line of the rest, when the last lines are notices by {@code isNotice} and the whole is not. What
     * was one passage keeps one order.
     */
    static List<Passage> split(List<Passage> passages, Predicate<Passage> isNotice) {
        List<Passage> out = new ArrayList<>(passages.size());
        for (Passage p : passages) {
            String[] lines = p.text().indexOf('\n') < 0 || p.preformatted()
                    ? new String[0]
                    : p.text().split("\n");
            boolean broken = lines.length > 1
                    && lines.length <= MAX_LINES
                    && (!isNotice.test(p) || holdsText(p, lines, isNotice));
            int from = broken ? firstOfTail(p, lines, isNotice) : lines.length;
            if (from == lines.length) {
                out.add(p);
                continue;
            }
            if (from > 0) {
                out.add(p.with(String.join("\n", List.of(lines).subList(0, from))));
            }
            for (int i = from; i < lines.length; i++) {
                out.add(p.with(lines[i].strip()));
            }
        }
        return out;
    }

    /** Whether a line is text of the article, which must not be removed for a phrase in the lines below it. */
    private static boolean holdsText(Passage p, String[] lines, Predicate<Passage> isNotice) {
        for (String line : lines) {
            if (line.length() >= TEXT && !isNotice.test(p.with(line))) {
                return true;
            }
        }
        return false;
    }

    /** Where the notices at the end begin; a single other line between them is skipped. */
    private static int firstOfTail(Passage p, String[] lines, Predicate<Passage> isNotice) {
        int from = lines.length;
        for (int i = lines.length - 1; i >= 0 && from - i <= 2; i--) {
            if (isNotice.test(p.with(lines[i].strip()))) {
                from = i;
            }
        }
        return from;
    }

    /** Joins adjacent lines of one passage again. */
    static List<Passage> join(List<Passage> kept) {
        List<Passage> out = new ArrayList<>(kept.size());
        for (Passage p : kept) {
            Passage before = out.isEmpty() ? null : out.get(out.size() - 1);
            if (before != null && before.order() == p.order()) {
                out.set(out.size() - 1, before.with(before.text() + "\n" + p.text()));
            } else {
                out.add(p);
            }
        }
        return out;
    }
}
