package io.copydesk.extraction.page;

import io.copydesk.extraction.date.DateHint;
import io.copydesk.extraction.date.DateReader;
import io.copydesk.extraction.metadata.AuthorNames;
import io.copydesk.schemas.RemovalReason;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Decides for each block of the chosen regions by rules whether it is article text, and sets {@link Block#removed}. The headline is passed in the form of
 * {@link TextShape#squeeze}, empty when unknown.
 */
final class BlockJudge {

    private static final DateHint ANY_LANGUAGE = new DateHint(null, true);
    private static final int MAX_DATE_LINE = 80;
    private static final int MAX_HEADLINE = 400;
    /** Share of its characters in links from which on an {@code <h1>} leads to another page. */
    private static final double LINKED = 0.5;

    private static final int MAX_CLOCK = 12;
    private static final Pattern CLOCK = Pattern.compile("\\d{1,2}[:.h]\\d\\d(:\\d\\d)?(\\s?\\p{L}{1,4}\\.?){0,2}");

    private BlockJudge() {}

    static void judge(List<Block> blocks, String headline) {
        boolean[] titles = titles(blocks, headline);
        for (int i = 0; i < blocks.size(); i++) {
            Block b = blocks.get(i);
            if (b.region.boilerplate != null) {
                b.remove(b.region.boilerplate, b.region.rule);
            } else {
                alone(b, titles[i]);
            }
        }
        trimHead(blocks);
        trimTail(blocks);
        dropEmptyHeadings(blocks);
    }

    private static void alone(Block b, boolean title) {
        if (b.kind == BlockKind.CAPTION) {
            b.remove(RemovalReason.PHOTO_CREDIT, "page/caption");
        } else if (title) {
            b.remove(RemovalReason.HEADLINE, "page/headline");
        } else if (b.linkDensity() > 0.8 && !b.sentence && b.kind != BlockKind.CELL) {
            b.remove(RemovalReason.RELATED, "page/link-line");
        } else if (b.linkDensity() > 0.6 && b.links > 2) {
            b.remove(RemovalReason.NAVIGATION, "page/link-list");
        } else if (isDateLine(b)) {
            b.remove(RemovalReason.DATE_LINE, "page/date-line");
        } else if (!hasLetter(b.text)) {
            b.remove(RemovalReason.SEPARATOR, "page/no-letters");
        }
    }

    /** A short line that is a date and little else. */
    private static boolean isDateLine(Block b) {
        if (b.text.length() > MAX_DATE_LINE
                || b.kind == BlockKind.CELL
                || b.kind == BlockKind.ITEM
                || b.kind == BlockKind.HEADING) {
            return false;
        }
        int covered = 0;
        for (DateReader.Found found : DateReader.findAll(b.text, ANY_LANGUAGE)) {
            covered += found.end() - found.start();
        }
        return covered * 10 >= b.text.length() * 6;
    }

    /** Whether it is only a time of day, as above the posts of a live blog; in a table a time is a value. */
    static boolean isClock(Block b) {
        return b.kind != BlockKind.CELL
                && b.text.length() <= MAX_CLOCK
                && CLOCK.matcher(b.text).matches();
    }

    /**
     * Which blocks are the headline: its words, or the {@code <h1>} above the text when none has them. Where one has, or below text, an {@code <h1>}
     * is the title of a section.
     */
    static boolean[] titles(List<Block> blocks, String headline) {
        boolean[] titles = new boolean[blocks.size()];
        boolean named = false;
        for (int i = 0; i < titles.length; i++) {
            Block b = blocks.get(i);
            titles[i] = repeats(b, headline) || !headline.isEmpty() && isFirstLevel(b) && b.linkDensity() > LINKED;
            named |= isFirstLevel(b) && repeats(b, headline);
        }
        for (int i = 0; i < titles.length && !named && !headline.isEmpty(); i++) {
            Block b = blocks.get(i);
            titles[i] |= isFirstLevel(b) && b.text.length() <= MAX_HEADLINE;
            named = isStrong(b) && b.removed == null && b.region.boilerplate == null;
        }
        return titles;
    }

    private static boolean isFirstLevel(Block b) {
        return b.kind == BlockKind.HEADING && b.region.tag.equals("h1");
    }

    private static boolean repeats(Block b, String headline) {
        return !headline.isEmpty()
                && b.text.length() <= MAX_HEADLINE
                && (TextShape.isSqueezed(b.text, headline) || isHeadlineAndLabel(b.text, headline));
    }

    /** Old layouts print the headline and the day in one cell. */
    private static boolean isHeadlineAndLabel(String text, String headline) {
        int line = text.indexOf('\n');
        return line > 0
                && text.length() - line < MAX_DATE_LINE
                && TextShape.isSqueezed(text.substring(0, line), headline);
    }

    /** Removes bylines, dates and labels before the first full paragraph: short texts that are not sentences. */
    private static void trimHead(List<Block> blocks) {
        int first = firstStrong(blocks);
        for (int i = 0; i < first; i++) {
            Block b = blocks.get(i);
            if (b.removed == null && !b.sentence && b.kind != BlockKind.HEADING && b.weight < 60 && isLabel(b)) {
                b.remove(RemovalReason.BYLINE, "page/before-text");
            }
        }
    }

    /** Whether it has a date, starts like a byline, has no element of its own, or has at most three words. */
    private static boolean isLabel(Block b) {
        return TextShape.words(b.text) <= 3
                || b.kind == BlockKind.LOOSE
                || DateReader.hasDate(b.text)
                || !AuthorNames.withoutPrefix(b.text).equals(b.text);
    }

    /** Removes labels, links and headings without text after the last full paragraph. */
    private static void trimTail(List<Block> blocks) {
        for (int i = blocks.size() - 1; i >= 0; i--) {
            Block b = blocks.get(i);
            if (b.removed != null || b.region.hidden) {
                continue;
            }
            if (isStrong(b) || b.sentence && b.linkDensity() < 0.5) {
                return;
            }
            if (b.kind == BlockKind.HEADING || b.kind == BlockKind.LOOSE || b.linkDensity() > 0.5) {
                b.remove(RemovalReason.NAVIGATION, "page/after-text");
            } else {
                return;
            }
        }
    }

    /** Removes headings whose text below was removed. */
    private static void dropEmptyHeadings(List<Block> blocks) {
        boolean removedSince = false;
        Block heading = null;
        for (Block b : blocks) {
            if (b.region.hidden) {
                continue;
            }
            if (b.kind == BlockKind.HEADING && b.removed == null) {
                if (heading != null && removedSince) {
                    heading.remove(RemovalReason.RELATED, "page/heading-of-removed");
                }
                heading = b;
                removedSince = false;
            } else if (b.removed == null) {
                heading = null;
            } else if (b.removed != RemovalReason.PHOTO_CREDIT && b.removed != RemovalReason.ADVERTISEMENT) {
                removedSince = true;
            }
        }
        if (heading != null) {
            heading.remove(RemovalReason.RELATED, "page/heading-of-removed");
        }
    }

    private static int firstStrong(List<Block> blocks) {
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).removed == null && isStrong(blocks.get(i))) {
                return i;
            }
        }
        return 0;
    }

    static boolean isStrong(Block b) {
        return !b.region.hidden && b.weight >= 80 && b.linkDensity() < 0.4 && b.kind != BlockKind.HEADING;
    }

    private static boolean hasLetter(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
