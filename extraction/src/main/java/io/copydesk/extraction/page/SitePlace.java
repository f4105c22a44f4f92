package io.copydesk.extraction.page;

import java.util.StringJoiner;

/**
 * Where a block stands on the pages of its site, as a number: equal for blocks with the same elements around them, the same label in front, the same
 * share of links, and in bold or not. Digits in classes and ids do not count, so that numbers of articles do not matter. Headings and lines in bold
 * have no place: they may be the article's own. The number is odd for a text that is all link, and stable: it is kept in stores.
 */
final class SitePlace {

    /** A text whose place is not known. */
    static final int NONE = 0;

    /** Elements whose classes name their subject or their number more often than their role. */
    private static final String OF_ARTICLE = " article main body html ";

    /** The bit that is set for a text that is all link. */
    private static final int LINKED = 1;

    private static final int LEVELS = 3;
    private static final int MAX_LABEL = 24;
    private static final double ALL = 0.9;
    private static final double HALF = 0.5;

    private SitePlace() {}

    /** The place of {@code block}, {@link #NONE} when it has none. */
    static int of(Block block) {
        double links = block.linkDensity();
        boolean linked = links >= ALL;
        boolean strong = block.strongChars >= ALL * block.text.length();
        if (!linked && (block.kind == BlockKind.HEADING || strong && !block.sentence)) {
            return NONE;
        }
        StringJoiner place = new StringJoiner(">");
        Region region = block.region;
        for (int level = 0; level < LEVELS && region != null; level++) {
            place.add(look(region, level));
            region = region.parent;
        }
        place.add(block.kind.name())
                .add(linked ? "all" : links >= HALF ? "half" : "")
                .add(strong ? "strong" : "")
                .add(label(block.text));
        int hash = hash(place.toString()) & ~LINKED | (linked ? LINKED : 0);
        return hash == NONE ? LINKED << 1 : hash;
    }

    private static String look(Region region, int level) {
        if (OF_ARTICLE.contains(" " + region.tag + " ")) {
            return region.tag;
        }
        String id = level == 0 ? "" : region.element.id();
        return region.tag + "." + withoutDigits(region.element.className()) + "#" + withoutDigits(id);
    }

    /** The words in front of a colon, such as those of a link to another article; none when they are many. */
    private static String label(String text) {
        for (int i = 1; i < Math.min(text.length(), MAX_LABEL); i++) {
            char c = text.charAt(i);
            if (c == ':' || c == '：') {
                return withoutDigits(text.substring(0, i));
            }
            if (!Character.isLetter(c) && c != ' ') {
                return "";
            }
        }
        return "";
    }

    private static String withoutDigits(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                letters.append(c);
            }
        }
        return letters.toString();
    }

    /** FNV-1a, 32 bits. */
    private static int hash(String text) {
        int hash = 0x811c9dc5;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x01000193;
        }
        return hash;
    }
}
