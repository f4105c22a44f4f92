package io.copydesk.extraction.page;

import io.copydesk.extraction.resource.WordLists;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/** The one walk over the DOM: cuts the page into blocks and regions. Iterative; one instance per page. */
final class PageScanner implements NodeFilter {

    /** Characters of a paragraph inside a heading from which on it is none of its title. */
    private static final int MAX_HEADING = 150;
    /** Most characters of a label that is hidden inside a line. */
    private static final int MAX_LABEL = 80;

    private static final List<String> LABELS =
            WordLists.of(PageScanner.class, "inline-words.txt").get("label");

    private final ClassWords words;
    private final StyleSheets styles;
    private final Map<String, Integer> classes = new HashMap<>();
    private final List<Block> blocks = new ArrayList<>(256);
    private final List<Region> regions = new ArrayList<>(512);
    private @Nullable Region current;

    private final StringBuilder text = new StringBuilder(512);
    private int links;
    private int linkChars;
    private int strongChars;
    private @Nullable Element link;
    private @Nullable Element lastLink;
    private int linkDepth;
    private int strongDepth;
    /** An initial whose word has not been read yet, {@code null} when there is none. */
    private @Nullable String cap;

    private PageScanner(ClassWords words, StyleSheets styles) {
        this.words = words;
        this.styles = styles;
    }

    static ScannedPage scan(Document document, ClassWords words) {
        PageScanner scanner = new PageScanner(words, StyleSheets.of(document));
        Element root = document.body() == null ? document : document.body();
        NodeTraversor.filter(scanner, root);
        scanner.flush();
        if (scanner.regions.isEmpty()) {
            scanner.regions.add(new Region(root, null, ClassWords.Classes.NONE, 0));
        }
        return new ScannedPage(List.copyOf(scanner.regions), List.copyOf(scanner.blocks));
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode textNode) {
            append(textNode.getWholeText());
            return FilterResult.CONTINUE;
        }
        if (!(node instanceof Element element)) {
            return FilterResult.CONTINUE;
        }
        String initial = DropCaps.of(element);
        if (initial != null && cap == null) {
            cap = initial;
            return FilterResult.SKIP_ENTIRELY;
        }
        TagKind kind = TagKind.of(element.normalName());
        switch (kind) {
            case SKIPPED -> {
                if (current != null && asksForMail(element)) {
                    current.asksForMail = true;
                }
                if (!Disclosures.isTitle(element)) {
                    return FilterResult.SKIP_ENTIRELY;
                }
            }
            case LINE_BREAK -> lineBreak();
            case RULE -> flush();
            case BLOCK -> {
                flush();
                open(element, words.of(element, classes));
            }
            case LINK, EMPHASIS, INLINE -> {
                if (Visibility.isHidden(element) || styles.hides(element) || !inline(element, kind)) {
                    return FilterResult.SKIP_ENTIRELY;
                }
            }
        }
        return FilterResult.CONTINUE;
    }

    /** Whether what is inside is read. */
    private boolean inline(Element element, TagKind kind) {
        ClassWords.Classes meanings = words.of(element, classes);
        if (meanings.has(ClassWords.Meaning.HIDDEN) && isLabel(element)
                || kind != TagKind.LINK && HoverCards.isOne(element, text)) {
            return false;
        }
        if (!meanings.isEmpty() && BoilerplateRules.cutsInline(meanings) && !SentenceContext.isInside(text, element)) {
            flush();
            open(element, meanings);
        }
        if (kind == TagKind.LINK) {
            linkDepth++;
            links++;
            link = link == null ? element : link;
            lastLink = element;
        } else if (kind == TagKind.EMPHASIS) {
            strongDepth++;
        }
        return true;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            switch (TagKind.of(element.normalName())) {
                case LINK -> linkDepth--;
                case EMPHASIS -> strongDepth--;
                default -> {}
            }
            if (current != null && current.element == element) {
                flush();
                current.to = blocks.size();
                current = current.parent;
            }
        }
        return FilterResult.CONTINUE;
    }

    private void open(Element element, ClassWords.Classes classes) {
        Region region = new Region(element, current, classes, blocks.size());
        region.hiddenItself = (Visibility.isHidden(element) || styles.hides(element)) && !Disclosures.isPanel(element);
        region.hidden |= region.hiddenItself;
        regions.add(region);
        current = region;
    }

    /** Whether a hidden element holds only a label for screen readers. */
    private static boolean isLabel(Element element) {
        String names = element.className().toLowerCase(Locale.ROOT);
        return LABELS.stream().anyMatch(names::contains)
                && element.childNodeSize() <= 1
                && element.text().length() <= MAX_LABEL;
    }

    /** Whether it is a field for the address of a reader's mail. */
    private static boolean asksForMail(Element element) {
        if (!element.normalName().equals("input")) {
            return false;
        }
        String type = element.attr("type").toLowerCase(Locale.ROOT);
        return type.equals("email")
                || (type.isEmpty() || type.equals("text"))
                        && (element.attr("name") + element.attr("id") + element.attr("placeholder"))
                                .toLowerCase(Locale.ROOT)
                                .contains("mail");
    }

    private void append(String text) {
        if (cap == null || text.isBlank()) {
            appendText(text);
            return;
        }
        String initial = cap;
        cap = null;
        appendText(DropCaps.joins(initial, text) ? initial + text.stripLeading() : initial + text);
    }

    private void appendText(String raw) {
        boolean pre = current != null && current.tag.equals("pre");
        int before = text.length();
        for (int i = 0; i < raw.length(); i++) {
            int end = endOfPlain(raw, i);
            if (end - i == raw.length()) {
                text.append(raw);
                break;
            }
            if (end > i) {
                text.append(raw, i, end);
                i = end - 1;
                continue;
            }
            char c = raw.charAt(i);
            if (pre && c == '\n') {
                text.append(c);
            } else if (c <= ' ' || c == '\u00A0' || Character.isSpaceChar(c)) {
                if (text.length() > 0 && !endsBlank()) {
                    text.append(' ');
                }
            } else if (!isInvisible(c)) {
                text.append(c);
            }
        }
        int added = text.length() - before;
        if (linkDepth > 0) {
            linkChars += added;
        }
        if (strongDepth > 0) {
            strongChars += added;
        }
    }

    /** The end of the run of ASCII words with one blank between that starts at {@code from}; it is copied unchanged. */
    private static int endOfPlain(String raw, int from) {
        int i = from;
        while (i < raw.length()) {
            char c = raw.charAt(i);
            boolean single = c == ' ' && i > from && raw.charAt(i - 1) != ' ';
            if (!single && !isPlain(c)) {
                break;
            }
            i++;
        }
        return i;
    }

    /** Whether it is in a range of Unicode without blanks and invisible characters: ASCII, Latin to Tibetan letters, those of East Asia. */
    private static boolean isPlain(char c) {
        return c > ' ' && c < 0x7F || c >= 0xC0 && c < 0x1000 || c > 0x3000 && c < Character.MIN_SURROGATE;
    }

    private static boolean isInvisible(char c) {
        return c == '\u00AD'
                || c == '\u200B'
                || c == '\uFEFF'
                || c == '\u2060'
                || c == '\u200E'
                || c == '\u200F'
                || Character.isISOControl(c);
    }

    private boolean endsBlank() {
        char last = text.charAt(text.length() - 1);
        return last == ' ' || last == '\n';
    }

    /** One break is a new line, two are a new paragraph. */
    private void lineBreak() {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        text.setLength(end);
        if (end == 0) {
            return;
        }
        if (text.charAt(end - 1) == '\n') {
            flush();
        } else {
            text.append('\n');
        }
    }

    private void flush() {
        String t = text.toString().strip();
        text.setLength(0);
        if (current != null && !current.tag.equals("pre")) {
            t = Shortcodes.without(t);
        }
        if (!t.isEmpty() && current != null) {
            Block block =
                    new Block(blocks.size(), current, kind(current, t.length()), t, linkChars, links, strongChars);
            block.link = link;
            block.lastLink = lastLink;
            blocks.add(block);
        }
        link = linkDepth > 0 ? lastLink : null;
        lastLink = link;
        linkChars = 0;
        strongChars = 0;
        links = linkDepth > 0 ? 1 : 0;
    }

    private static BlockKind kind(Region innermost, int weight) {
        boolean paragraph = false;
        int steps = 0;
        for (Region r = innermost; r != null && steps < 6; r = r.parent, steps++) {
            switch (r.tag) {
                case "h1", "h2", "h3", "h4", "h5", "h6":
                    // A heading that was not closed holds the paragraphs below it.
                    return paragraph && weight > MAX_HEADING ? BlockKind.PARAGRAPH : BlockKind.HEADING;
                case "li", "dd", "dt":
                    return BlockKind.ITEM;
                case "blockquote":
                    return BlockKind.QUOTE;
                case "pre":
                    return BlockKind.PREFORMATTED;
                case "figcaption", "caption", "figure":
                    return BlockKind.CAPTION;
                case "td", "th":
                    return paragraph ? BlockKind.PARAGRAPH : BlockKind.CELL;
                case "p":
                    paragraph = true;
                    break;
                case "article", "section", "main", "body":
                    steps = 6;
                    break;
                default:
                    break;
            }
        }
        return paragraph ? BlockKind.PARAGRAPH : BlockKind.LOOSE;
    }
}
