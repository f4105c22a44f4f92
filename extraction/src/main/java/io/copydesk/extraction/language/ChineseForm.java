package io.copydesk.extraction.language;

import io.copydesk.extraction.resource.ResourceLines;
import java.util.BitSet;

/** Distinguishes simplified from traditional Chinese by characters that only one of the two has. Immutable and thread-safe. */
final class ChineseForm {

    private final BitSet simplified = characters("han-simplified.txt");
    private final BitSet traditional = characters("han-traditional.txt");

    /** {@code zh-Hans} or {@code zh-Hant}, by the majority of such characters; {@code zh} when there are as many of both, or none. */
    String of(String text) {
        int lead = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            lead += simplified.get(c) ? 1 : traditional.get(c) ? -1 : 0;
        }
        return lead > 0 ? "zh-Hans" : lead < 0 ? "zh-Hant" : "zh";
    }

    private static BitSet characters(String resource) {
        BitSet characters = new BitSet();
        ResourceLines.of(ChineseForm.class, resource)
                .forEach(line -> line.chars().forEach(characters::set));
        return characters;
    }
}
