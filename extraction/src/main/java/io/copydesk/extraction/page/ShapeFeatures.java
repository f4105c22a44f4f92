package io.copydesk.extraction.page;

import static io.copydesk.extraction.page.Feature.*;

import io.copydesk.extraction.date.DateReader;

/** The features of a block's own text and tag. */
final class ShapeFeatures {

    /** Characters; a longer text with a date in it is not a date line. */
    private static final int LABEL = 80;

    private ShapeFeatures() {}

    /** The features of a block that is not a candidate itself, but a neighbour of one. */
    static void putNeighbour(Block b, float[] row) {
        row[LENGTH.ordinal()] = log(b.weight);
        row[LINK_DENSITY.ordinal()] = (float) b.linkDensity();
        row[SENTENCE_END.ordinal()] = flag(b.sentence);
    }

    static void put(Block b, float[] row) {
        putNeighbour(b, row);
        text(b.text, row);
        ends(b.text, row);
        row[LINKS.ordinal()] = Math.min(20, b.links);
        row[EMPHASIS.ordinal()] = (float) b.strongChars / Math.max(1, b.text.length());
        row[DATE.ordinal()] = flag(b.text.length() <= LABEL && row[DIGITS.ordinal()] > 0 && DateReader.hasDate(b.text));
        kind(b, row);
    }

    private static void text(String text, float[] row) {
        TextCounts counts = TextCounts.of(text);
        int length = Math.max(1, text.length());
        row[WORDS.ordinal()] = log(counts.words());
        row[WORD_LENGTH.ordinal()] = (float) (counts.letters() + 1) / (counts.words() + 1);
        row[STOPS.ordinal()] = Math.min(20, counts.stops());
        row[COMMAS.ordinal()] = (float) counts.commas() / (counts.words() + 1);
        row[DIGITS.ordinal()] = (float) counts.digits() / length;
        row[CAPITALS.ordinal()] = (float) counts.capitalised() / Math.max(1, counts.words());
        row[QUOTES.ordinal()] = flag(counts.quotes() > 0);
        row[MARKS.ordinal()] = Math.min(10, counts.marks());
        row[LINES.ordinal()] = Math.min(20, counts.lines());
        row[DENSE_SCRIPT.ordinal()] = flag(counts.dense() * 2 > text.length());
        row[COPYRIGHT.ordinal()] = flag(text.indexOf('©') >= 0 || text.length() < 200 && text.contains("(c)"));
        row[ADDRESS.ordinal()] = flag(text.indexOf('@') >= 0 || text.contains("http") || text.contains("www."));
    }

    private static void ends(String text, float[] row) {
        char last = text.charAt(text.length() - 1);
        row[STARTS_LOWER.ordinal()] = flag(Character.isLowerCase(text.charAt(0)));
        row[ENDS_COLON.ordinal()] = flag(last == ':' || last == '：');
        row[ENDS_ELLIPSIS.ordinal()] = flag(text.endsWith("...") || last == '…' || text.endsWith("…]"));
        row[QUESTION.ordinal()] = flag(last == '?' || last == '？');
    }

    private static void kind(Block b, float[] row) {
        Feature kind = switch (b.kind) {
            case PARAGRAPH -> PARAGRAPH;
            case HEADING -> HEADING;
            case ITEM -> ITEM;
            case QUOTE -> QUOTE;
            case CELL -> CELL;
            case PREFORMATTED -> PREFORMATTED;
            case CAPTION -> CAPTION;
            case LOOSE -> LOOSE;
        };
        row[kind.ordinal()] = 1;
        row[OWN_DIV.ordinal()] = flag(b.region.tag.equals("div") && b.region.size() == 1);
    }

    static float log(double value) {
        return (float) Math.log1p(value);
    }

    static float flag(boolean value) {
        return value ? 1 : 0;
    }
}
