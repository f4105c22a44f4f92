package io.copydesk.extraction;

import io.copydesk.extraction.dom.PageTree;
import io.copydesk.extraction.dom.RawText;
import io.copydesk.extraction.metadata.PageElements;
import io.copydesk.extraction.resource.ResourceLines;
import io.copydesk.schemas.LowerCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/**
 * Evidence of access in the markup of a page: the content tier among its meta tags, the classes of its outer elements, and the part that
 * structured data marks as locked ({@code hasPart} with a {@code cssSelector}, as search engines ask for).
 *
 * @param locked whether a class marks the article as not free
 * @param metered whether the content tier is metered
 * @param lockedPartEmpty whether the locked part is in the page and has no text
 * @param lockedText the text of the locked parts, empty when there is none
 * @param evidence each as {@code markup: …}
 */
record AccessMarkup(
        boolean locked, boolean metered, boolean lockedPartEmpty, String lockedText, List<String> evidence) {

    static final AccessMarkup NONE = new AccessMarkup(false, false, false, "", List.of());

    private static final String TIER = "article:content_tier";
    private static final String PART = "\"cssSelector\"";
    private static final Pattern SELECTOR = Pattern.compile(PART + "\\s*:\\s*\\[?\\s*\"([^\"]{1,200})\"");
    /** A selector that is the name of a class. */
    private static final Pattern CLASS = Pattern.compile("\\.[A-Za-z][\\w-]*");
    /** Least characters of a locked part that counts as text rather than a button or a fade-out. */
    private static final int TEXT = 40;

    private static final Set<String> LOCKED = Set.copyOf(ResourceLines.of(AccessMarkup.class, "access-classes.txt"));

    /** Reads {@code document} before anything is taken out of it. */
    static AccessMarkup read(Document document, PageElements page) {
        List<String> evidence = new ArrayList<>();
        String tier = tier(page);
        boolean metered = tier.equals("metered");
        if (metered) {
            evidence.add("markup: content_tier=metered");
        }
        boolean locked = tier.equals("locked");
        if (locked) {
            evidence.add("markup: content_tier=locked");
        }
        for (Element outer : page.frames()) {
            for (String name : outer.classNames()) {
                if (LOCKED.contains(LowerCase.of(name))) {
                    locked = true;
                    evidence.add("markup: class=" + name);
                }
            }
        }
        List<Element> parts = lockedParts(document, page);
        String lockedText = parts.stream().map(Element::text).collect(Collectors.joining("\n"));
        boolean empty =
                !parts.isEmpty() && parts.stream().allMatch(part -> part.text().length() < TEXT);
        if (empty) {
            evidence.add("markup: the locked part is empty");
        }
        return new AccessMarkup(
                locked, metered, empty, lockedText, evidence.stream().distinct().toList());
    }

    private static String tier(PageElements page) {
        for (Element meta : page.metas()) {
            if (meta.attr("property").equals(TIER) || meta.attr("name").equals(TIER)) {
                return LowerCase.of(meta.attr("content").strip());
            }
        }
        return "";
    }

    /** Whether the locked parts hold nothing of {@code body}: they are an offer in place of the text. */
    boolean isOffer(List<String> body) {
        return !lockedText.isEmpty()
                && !body.isEmpty()
                && body.stream().noneMatch(text -> text.length() >= TEXT && lockedText.contains(text));
    }

    private static List<Element> lockedParts(Document document, PageElements page) {
        List<Element> parts = new ArrayList<>();
        for (Element script : page.scripts()) {
            if (!script.attr("type").equalsIgnoreCase("application/ld+json")) {
                continue;
            }
            String data = RawText.of(script);
            Matcher selector = SELECTOR.matcher(data.contains(PART) ? data : "");
            while (selector.find()) {
                String css = selector.group(1);
                parts.addAll(
                        CLASS.matcher(css).matches() ? ofClass(page.tree(), css.substring(1)) : select(document, css));
            }
        }
        return parts;
    }

    /** What {@link #select} returns for the selector of a class; each class attribute is looked at once. */
    private static List<Element> ofClass(PageTree page, String name) {
        List<Element> elements = new ArrayList<>();
        @Nullable Boolean[] known = new Boolean[page.names()];
        for (int i = 0; i < page.size(); i++) {
            if (!page.isText(i) && page.classes(i) > 0) {
                int classes = page.classes(i);
                if (known[classes] == null) {
                    known[classes] = page.element(i).hasClass(name);
                }
                if (Boolean.TRUE.equals(known[classes])) {
                    elements.add(page.element(i));
                }
            }
        }
        return elements;
    }

    /** Empty for a selector that jsoup cannot parse. */
    private static List<Element> select(Document document, String selector) {
        try {
            return document.select(selector);
        } catch (Selector.SelectorParseException | IllegalArgumentException e) {
            return List.of();
        }
    }
}
