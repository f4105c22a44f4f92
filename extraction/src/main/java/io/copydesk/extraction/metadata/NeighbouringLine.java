package io.copydesk.extraction.metadata;

import io.copydesk.extraction.date.DateReader;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What stands right in front of an element or right behind it. */
final class NeighbouringLine {

    private static final int MAX_TEXT = 120;
    /** Characters of a date with its label and the time of reading at most. */
    private static final int MAX_DATE = 48;
    /** Elements that are passed on the way at most. */
    private static final int MAX_STEPS = 6;

    private static final int MAX_CLIMB = 2;
    /** Characters of an office below a name at most. */
    private static final int MAX_OFFICE = 60;

    private NeighbouringLine() {}

    /** Whether a line with a date, and hardly more, stands right in front of {@code e} or right behind it. */
    static boolean isDated(Element e) {
        return hasDate(text(e, false)) || hasDate(text(e, true));
    }

    /** Whether a date, an office or the address of a mail and nothing else stands right behind {@code e}, or behind the name of a newsroom there. */
    static boolean isAboveDate(Element e) {
        Element next = after(e);
        String text = next == null ? null : ShortText.of(next, MAX_TEXT);
        if (next != null && text != null && AuthorNames.isHouse(text)) {
            Element second = after(next);
            text = second == null ? null : ShortText.of(second, MAX_TEXT);
        }
        return text != null
                && (BylineLines.isDateOrMail(text) || AuthorNames.namesRole(text) && text.length() <= MAX_OFFICE);
    }

    /** What stands behind {@code e}, in the element around it where it is the last inside. */
    private static @Nullable Element after(Element e) {
        Element next = e.nextElementSibling();
        return next == null && e.parent() != null ? e.parent().nextElementSibling() : next;
    }

    private static boolean hasDate(@Nullable String line) {
        return line != null && line.length() <= MAX_DATE && DateReader.hasDate(line);
    }

    /** The text of the next element that has letters or digits, {@code null} when there is none near or it is long. */
    private static @Nullable String text(Element e, boolean behind) {
        Element at = e;
        int climbed = 0;
        for (int steps = 0; steps < MAX_STEPS; steps++) {
            Element next = behind ? at.nextElementSibling() : at.previousElementSibling();
            if (next == null) {
                Element parent = at.parent();
                if (parent == null || climbed++ == MAX_CLIMB) {
                    return null;
                }
                at = parent;
                continue;
            }
            String text = ShortText.of(next, MAX_TEXT);
            if (text != null && text.chars().anyMatch(Character::isLetterOrDigit)) {
                return text;
            }
            if (text == null && next.childNodeSize() > 1) {
                return null;
            }
            at = next;
        }
        return null;
    }
}
