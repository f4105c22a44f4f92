package io.copydesk.extraction;

import io.copydesk.extraction.notice.Passage;
import java.util.ArrayList;
import java.util.List;

/** Paragraphs of a text that is not markup: one a line. */
final class ParagraphSplitter {

    private ParagraphSplitter() {}

    static List<Passage> split(String text) {
        List<Passage> passages = new ArrayList<>();
        for (String line : text.split("\\R")) {
            String clean = line.replaceAll("[\\s\\p{Z}\\p{Cc}]+", " ").strip();
            if (!clean.isEmpty()) {
                passages.add(new Passage(passages.size(), clean, false, 0));
            }
        }
        return passages;
    }
}
