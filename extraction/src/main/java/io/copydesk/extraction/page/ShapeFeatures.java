package io.copydesk.extraction.page;

import static io.copydesk.extraction.page.Feature.*;

import io.copydesk.extraction.date.DateReader;

/** The features of a block's own text and tag. */
final class ShapeFeatures {

    private static final int LABEL = 80;
    private static final String MARKS_OF_BOILERPLATE = "|»›•·→▸▶★";

    private ShapeFeatures() {}

    /** What is told of a block that is only some candidate's neighbour. */
    static void putNeighbour(Block b, float[] row) {
        row[LENGTH.ordinal()] = log(b.weight);
        row[LINK_DENSITY.ordinal()] = (float) b.linkDensity();
        row[SENTENCE_END.ordinal()] = flag(b.sentence);
    }

    static void put(Block b, float[] row) {
        putNeighbour(b, row);
        text(b, row);
        row[LINKS.ordinal()] = Math.min(20, b.links);
        row[EMPHASIS.ordinal()] = (float) b.strongChars / Math.max(1, b.text.length());
        row[DATE.ordinal()] = flag(b.text.length() <= LABEL && row[DIGITS.ordinal()] > 0 && DateReader.hasDate(b.text));
        kind(b, row);
    }

    private static void text(Block b, float[] row) {
        String text = b.text;
        int n = text.length();
        int words = 0;
        int capitals = 0;
        int stops = 0;
        int commas = 0;
        int digits = 0;
        int marks = 0;
        int lines = 1;
        int letters = 0;
        int dense = 0;
        boolean quotes = false;
        boolean in = false;
        for (int i = 0; i < n; i++) {
            char c = text.charAt(i);
            boolean blank = c <= ' ';
            if (!blank && !in) {
                words++;
                capitals += Character.isUpperCase(c) ? 1 : 0;
            }
            in = !blank;
            if (c >= 'a' && c <= 'z') {
                letters++;
            } else if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.' || c == '!' || c == '?' || c == '。' || c == '؟' || c == '।') {
                stops++;
            } else if (c == ',' || c == '،' || c == '、' || c == '，') {
                commas++;
            } else if (c == '"' || c == '“' || c == '„' || c == '«' || c == '「' || c == '”') {
                quotes = true;
            } else if (c == '\n') {
                lines++;
            } else if (MARKS_OF_BOILERPLATE.indexOf(c) >= 0) {
                marks++;
            } else if (c >= 0x2E80) {
                dense++;
                letters++;
            } else if (Character.isLetter(c)) {
                letters++;
            }
        }
        words += dense / 2;
        row[WORDS.ordinal()] = log(words);
        row[WORD_LENGTH.ordinal()] = (float) (letters + 1) / (words + 1);
        row[STOPS.ordinal()] = Math.min(20, stops);
        row[COMMAS.ordinal()] = (float) commas / (words + 1);
        row[DIGITS.ordinal()] = (float) digits / Math.max(1, n);
        row[CAPITALS.ordinal()] = (float) capitals / Math.max(1, words);
        row[QUOTES.ordinal()] = flag(quotes);
        row[STARTS_LOWER.ordinal()] = flag(n > 0 && Character.isLowerCase(text.charAt(0)));
        row[ENDS_COLON.ordinal()] = flag(n > 0 && (text.charAt(n - 1) == ':' || text.charAt(n - 1) == '：'));
        row[ENDS_ELLIPSIS.ordinal()] = flag(text.endsWith("...") || text.endsWith("…") || text.endsWith("…]"));
        row[MARKS.ordinal()] = Math.min(10, marks);
        row[COPYRIGHT.ordinal()] = flag(text.indexOf('©') >= 0 || n < 200 && text.contains("(c)"));
        row[ADDRESS.ordinal()] = flag(text.indexOf('@') >= 0 || text.contains("http") || text.contains("www."));
        row[QUESTION.ordinal()] = flag(n > 0 && (text.charAt(n - 1) == '?' || text.charAt(n - 1) == '？'));
        row[LINES.ordinal()] = Math.min(20, lines);
        row[DENSE_SCRIPT.ordinal()] = flag(dense * 2 > n);
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
        row[OWN_DIV.ordinal()] = flag(b.region.tag.equals("div") && b.region.to - b.region.from == 1);
    }

    static float log(double value) {
        return (float) Math.log1p(value);
    }

    static float flag(boolean value) {
        return value ? 1 : 0;
    }
}
