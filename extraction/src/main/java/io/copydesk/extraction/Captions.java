package io.copydesk.extraction;

import io.copydesk.extraction.notice.Passage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The captions of a picture gallery, in order, each once; only sentences count, and no caption that is mostly a link. */
final class Captions {

    private static final int MIN_CAPTIONS = 3;
    private static final int MIN_LENGTH = 60;
    private static final String STOPS = ".!?…。！？؟।";
    private static final Set<String> ASIDE = Set.of("aside", "nav", "footer", "a", "header", "form");

    private Captions() {}

    /** The captions as passages, none when there are too few to make an article. */
    static List<Passage> of(Document document) {
        Set<String> texts = new LinkedHashSet<>();
        for (Element caption : document.getElementsByTag("figcaption")) {
            if (TextSources.isInsideItsLike(caption)) {
                continue;
            }
            String text = caption.text().strip();
            if (text.length() >= MIN_LENGTH && isSentence(text) && isOfTheArticle(caption)) {
                texts.add(text);
            }
        }
        List<Passage> passages = new ArrayList<>();
        if (texts.size() >= MIN_CAPTIONS) {
            texts.forEach(text -> passages.addAll(ParagraphSplitter.split(text)));
        }
        return passages;
    }

    private static boolean isSentence(String text) {
        return text.chars().anyMatch(c -> STOPS.indexOf(c) >= 0);
    }

    private static boolean isOfTheArticle(Element caption) {
        boolean linked = caption.getElementsByTag("a").stream()
                .anyMatch(a -> a.text().length() * 2 > caption.text().length());
        return !linked && caption.parents().stream().noneMatch(parent -> ASIDE.contains(parent.normalName()));
    }
}
