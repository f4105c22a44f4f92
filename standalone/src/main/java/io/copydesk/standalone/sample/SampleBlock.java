package io.copydesk.standalone.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * One block of an article's text.
 *
 * @param kind what it is
 * @param text plain text, spaces normalised
 */
record SampleBlock(Kind kind, String text) {

    enum Kind {
        PARAGRAPH,
        HEADING,
        QUOTE,
        ITEM
    }

    /** Blocks are separated by blank lines; {@code ## } opens a heading, {@code > } a quote, {@code - } each list item. */
    static List<SampleBlock> parse(String text) {
        List<SampleBlock> blocks = new ArrayList<>();
        for (String part : text.strip().split("\n\\s*\n")) {
            if (part.startsWith("- ")) {
                part.lines()
                        .forEach(line -> blocks.add(
                                new SampleBlock(Kind.ITEM, line.substring(2).strip())));
            } else if (part.startsWith("## ")) {
                blocks.add(new SampleBlock(Kind.HEADING, oneLine(part.substring(3))));
            } else if (part.startsWith("> ")) {
                blocks.add(new SampleBlock(Kind.QUOTE, oneLine(part.substring(2))));
            } else if (!part.isBlank()) {
                blocks.add(new SampleBlock(Kind.PARAGRAPH, oneLine(part)));
            }
        }
        return blocks;
    }

    private static String oneLine(String part) {
        return part.strip().replace('\n', ' ');
    }
}
