package io.copydesk.extraction;

import io.copydesk.extraction.dom.PageTree;
import io.copydesk.extraction.embedded.PageData;
import io.copydesk.extraction.metadata.PageMetadata;
import io.copydesk.extraction.notice.NoticeReport.Stripped;
import io.copydesk.extraction.notice.Passage;
import io.copydesk.extraction.page.MainText;
import io.copydesk.extraction.page.MainText.Evidence;
import io.copydesk.extraction.page.MainTextFinder;
import io.copydesk.extraction.page.MainTextFinder.Hints;
import io.copydesk.schemas.RemovalReason;
import io.copydesk.schemas.Removed;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Where a page's text is taken from: what it shows, unless that is little and another source holds more than twice as much. The other sources, in
 * order:
 *
 * <ol>
 *   <li>{@code source/declared}: the {@code articleBody} of its JSON-LD
 *   <li>{@code source/captions}: the captions of its pictures, when it is a gallery
 *   <li>{@code source/data}: the JSON that its scripts render
 *   <li>{@code source/noscript}, {@code source/template}, {@code source/noframes}: markup that is shown by scripts, or when there are none
 *   <li>the description, then any text at all: only when nothing was found
 * </ol>
 *
 * <p>Shown text that is replaced is listed as removed, with the name of the source as rule. Immutable and thread-safe.
 */
final class TextSources {

    private static final int MIN_DECLARED = 400;
    private static final int MIN_HELD = 300;
    /** Shown characters from which no other source is searched. */
    private static final int SHOWS_ENOUGH = 1200;
    /** Least characters of a full paragraph. */
    private static final int PARAGRAPH = 80;

    /**
     * A text, and what was removed from it or replaced by it.
     *
     * @param evidence what the classifier judged of the text that the page shows, {@code null} when it judged none
     */
    record Found(
            List<Passage> passages,
            List<Stripped> removed,
            @Nullable Evidence evidence) {

        Found(List<Passage> passages, List<Stripped> removed) {
            this(passages, removed, null);
        }

        Found of(@Nullable Evidence shown) {
            return new Found(passages, removed, shown);
        }
    }

    private final PageParser parser;
    private final MainTextFinder mainText;

    TextSources(PageParser parser, MainTextFinder mainText) {
        this.parser = parser;
        this.mainText = mainText;
    }

    /** The text; its evidence is that of the text that the page shows. */
    Found find(PageTree page, PageMetadata meta) {
        MainText shown = mainText.find(page, Hints.of(meta));
        return find(page.document(), meta, shown).of(shown.evidence());
    }

    private Found find(Document document, PageMetadata meta, MainText shown) {
        Found found = found(shown);
        int length = shown.length();
        String declared = meta.articleBody();
        if (declared != null && declared.length() > MIN_DECLARED && declared.length() > 2 * length) {
            List<Passage> body = ParagraphSplitter.split(declared);
            found = new Found(body, replaced(shown, "source/declared", found.removed));
            length = declared.length();
        }
        if (length >= SHOWS_ENOUGH) {
            return found;
        }
        List<Passage> captions = captions(document, shown, length);
        if (!captions.isEmpty()) {
            return new Found(captions, found.removed);
        }
        MainText data = data(document, meta, shown);
        if (data.length() >= MIN_HELD && data.length() > 2 * length) {
            return new Found(found(data).passages, replaced(shown, "source/data", found(data).removed));
        }
        for (String tag : List.of("noscript", "template", "noframes")) {
            MainText held = held(document, tag, meta);
            if (held.length() >= MIN_HELD && held.length() > 2 * length) {
                return new Found(found(held).passages, replaced(shown, "source/" + tag, found(held).removed));
            }
        }
        if (!found.passages.isEmpty()) {
            return found;
        }
        String rest = meta.description() != null ? meta.description() : anyText(document);
        return new Found(ParagraphSplitter.split(rest), found.removed);
    }

    /** The full paragraphs that introduce a gallery, then its captions; empty when they are not most of the page's text. */
    private static List<Passage> captions(Document document, MainText shown, int length) {
        List<Passage> captions = Captions.of(document);
        int held = captions.stream().mapToInt(p -> p.text().length()).sum();
        if (held < MIN_HELD || held <= 2 * length) {
            return List.of();
        }
        List<Passage> all = new ArrayList<>();
        found(shown).passages.stream()
                .filter(p -> p.text().length() >= PARAGRAPH)
                .forEach(all::add);
        int next = all.isEmpty() ? 0 : all.get(all.size() - 1).order() + 1;
        for (Passage p : captions) {
            all.add(new Passage(next++, p.text(), p.heading(), p.linkDensity(), p.preformatted()));
        }
        return all;
    }

    private MainText data(Document document, PageMetadata meta, MainText shown) {
        List<String> paragraphs = shown.passages().stream()
                .map(Passage::text)
                .filter(text -> text.length() >= PARAGRAPH)
                .toList();
        return PageData.html(document, meta.headline(), paragraphs)
                .map(html -> read(html, meta))
                .orElse(MainText.NONE);
    }

    /** The longest text in an element of this name. */
    private MainText held(Document document, String tag, PageMetadata meta) {
        MainText longest = MainText.NONE;
        for (Element element : document.getElementsByTag(tag)) {
            if (isInsideItsLike(element)) {
                continue;
            }
            String html = element.childrenSize() == 0 ? element.wholeText() + element.data() : element.html();
            if (html.length() >= MIN_HELD && html.length() > longest.length()) {
                MainText text = read(html, meta);
                longest = text.length() > longest.length() ? text : longest;
            }
        }
        return longest;
    }

    /** Whether it is nested in an element of the same tag: the outer one was read already (quadratic otherwise). */
    static boolean isInsideItsLike(Element element) {
        return element.parents().stream().anyMatch(parent -> parent.normalName().equals(element.normalName()));
    }

    private MainText read(String html, PageMetadata meta) {
        return mainText.find(
                PageTree.of(parser.parse(html, null)), Hints.of(meta).withoutBody());
    }

    private static List<Stripped> replaced(MainText shown, String rule, List<Stripped> others) {
        List<Stripped> removed = new ArrayList<>();
        for (Passage p : shown.passages()) {
            removed.add(new Stripped(p.order(), new Removed(p.text(), RemovalReason.REPEATED, rule, null)));
        }
        removed.addAll(others);
        return removed;
    }

    private static Found found(MainText main) {
        return new Found(main.passages(), main.cut());
    }

    /** All text of the page except that for browsers without scripts. */
    private static String anyText(Document document) {
        document.select("noscript").remove();
        return document.body() == null ? "" : document.body().text();
    }
}
