package io.copydesk.extraction.page;

import io.copydesk.extraction.dom.PageTree;
import io.copydesk.extraction.dom.WholeTexts;
import io.copydesk.extraction.page.MainTextFinder.Hints;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Scanned pages and texts of a given length for the tests of this package. */
final class Scans {

    static final ClassWords WORDS = ClassWords.load();
    static final Hints NO_HINTS = new Hints(null, null, null, false, false);

    private Scans() {}

    static ScannedPage scan(String html) {
        Document document = Jsoup.parse(html);
        WholeTexts.restore(document);
        return PageScanner.scan(PageTree.of(document), WORDS);
    }

    static ScannedPage marked(String html) {
        ScannedPage page = scan(html);
        BoilerplateRules.mark(page, Strictness.STRICT);
        return page;
    }

    static Region region(ScannedPage page, String id) {
        return page.regions().stream()
                .filter(r -> r.element.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static BlockSheet sheet(ScannedPage page, Region... container) {
        return BlockSheet.of(page, List.of(container), PageMass.of(page, true), NO_HINTS, NoticeScore.NONE);
    }

    /** A sentence of {@code length} characters in words of {@code word}. */
    static String sentence(String word, int length) {
        return words(word, length - 1) + ".";
    }

    /** {@code length} characters in words of {@code word}, no sentence. */
    static String words(String word, int length) {
        String text = (word + " ").repeat(length / word.length() + 1).substring(0, length);
        return text.endsWith(" ") ? text.substring(0, length - 1) + "s" : text;
    }

    /** A paragraph element with such a sentence. */
    static String p(String word, int length) {
        return "<p>" + sentence(word, length) + "</p>";
    }
}
