package io.copydesk.extraction.page;

import io.copydesk.extraction.dom.PageTree;
import io.copydesk.extraction.dom.Tag;
import io.copydesk.schemas.LowerCase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a page, whose texts are whole ({@link io.copydesk.extraction.dom.WholeTexts}), into blocks and regions in one pass over it. One instance per page.
 */
final class PageScanner {

    /** Characters of a paragraph inside a heading from which on it is none of its title. */
    private static final int MAX_HEADING = 150;

    private final PageTree page;
    private final ClassWords.OnPage words;
    private final StyleSheets styles;
    /** The address of a link that was left open; empty when there is none. */
    private final String openLink;

    private final List<Block> blocks = new ArrayList<>(256);
    private final List<Region> regions = new ArrayList<>(512);
    private final PictureBoxes pictures = new PictureBoxes();
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

    /** The elements whose end matters, the innermost last. */
    private int[] open = new int[64];

    private int opened;

    private PageScanner(PageTree page, ClassWords words) {
        this.page = page;
        this.words = words.on(page);
        this.styles = StyleSheets.of(page);
        this.openLink = OpenLinks.find(page);
    }

    static ScannedPage scan(PageTree page, ClassWords words) {
        PageScanner scanner = new PageScanner(page, words);
        scanner.readAll();
        scanner.flush();
        if (scanner.regions.isEmpty()) {
            scanner.regions.add(new Region(page, page.body(), null, ClassWords.Classes.NONE, 0));
        }
        return new ScannedPage(List.copyOf(scanner.regions), List.copyOf(scanner.blocks));
    }

    private void readAll() {
        int i = page.body();
        int end = page.end(i);
        while (i < end) {
            close(i);
            if (page.isText(i)) {
                appendNode(i++);
            } else {
                i = isRead(i) ? i + 1 : page.end(i);
            }
        }
        close(end);
    }

    /** Begins element {@code i}; whether what is inside is read. */
    private boolean isRead(int i) {
        Element element = page.element(i);
        String initial = mayBeInitial(i) ? DropCaps.of(element) : null;
        if (initial != null && cap == null) {
            cap = initial;
            return false;
        }
        TagKind kind = kind(i);
        switch (kind) {
            case SKIPPED -> {
                if (current != null && asksForMail(element)) {
                    current.asksForMail = true;
                }
                if (current != null && page.tag(i) == Tag.BUTTON && !page.hasAttr(i, "aria-expanded")) {
                    current.asks = true;
                }
                return Disclosures.isTitle(element)
                        || page.tag(i) == Tag.BUTTON && text.length() > 0 && SentenceContext.isInside(text, element);
            }
            case LINE_BREAK -> lineBreak();
            case RULE -> flush();
            case BLOCK -> {
                flush();
                open(i, words.of(i));
            }
            case LINK, EMPHASIS, INLINE -> {
                if (page.tag(i) == Tag.IMG && text.length() == 0) {
                    pictures.note(page, i, current, blocks.size());
                }
                return (!isHidden(i) || SpokenLabels.areSpokenFor(page, i)) && inline(i, kind);
            }
        }
        return true;
    }

    private TagKind kind(int i) {
        TagKind kind = TagKind.of(page, i);
        return kind == TagKind.LINK
                        && !openLink.isEmpty()
                        && page.attr(i, "href").equals(openLink)
                ? TagKind.INLINE
                : kind;
    }

    /** Whether element {@code i} has attributes and holds nothing but one or two characters; of others no initial is made. */
    private boolean mayBeInitial(int i) {
        return page.hasAttributes(i)
                && page.end(i) == i + 2
                && page.isText(i + 1)
                && page.length(i + 1) <= DropCaps.MAX_CHARS;
    }

    private boolean isHidden(int i) {
        return page.has(i, PageTree.OTHERS) && Visibility.isHidden(page.element(i)) || styles.hides(i);
    }

    /** Whether what is inside is read. */
    private boolean inline(int i, TagKind kind) {
        Element element = page.element(i);
        ClassWords.Classes meanings = words.of(i);
        if (kind == TagKind.INLINE && text.length() > 0 && (WindowLabels.isOne(element) || NoteMarks.isOne(page, i))
                || kind == TagKind.LINK && NoteMarks.leadsBack(element)
                || meanings.has(ClassWords.Meaning.HIDDEN) && SpokenLabels.isOne(element)
                || kind == TagKind.INLINE && isSwitch(element)
                || kind != TagKind.LINK && text.length() > 0 && holdsElement(i) && HoverCards.isOne(element, text)) {
            return false;
        }
        if (!meanings.isEmpty() && BoilerplateRules.cutsInline(meanings) && !SentenceContext.isInside(text, element)) {
            flush();
            open(i, meanings);
        } else if (kind != TagKind.INLINE) {
            push(i);
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

    /** Whether it is the label around a box to tick, which is no item of a list. */
    private boolean isSwitch(Element element) {
        Element box = element.normalName().equals("label") ? element.firstElementChild() : null;
        return box != null
                && box.normalName().equals("input")
                && box.attr("type").equals("checkbox")
                && (current == null || !current.tag.equals("li"));
    }

    private boolean holdsElement(int i) {
        int child = i + 1;
        while (child < page.end(i) && page.isText(child)) {
            child++;
        }
        return child < page.end(i);
    }

    /** Ends the elements of which nothing is left at {@code i}. */
    private void close(int i) {
        while (opened > 0 && page.end(open[opened - 1]) <= i) {
            int ended = open[--opened];
            switch (kind(ended)) {
                case LINK -> linkDepth--;
                case EMPHASIS -> strongDepth--;
                default -> {}
            }
            if (current != null && current.element == page.element(ended)) {
                flush();
                current.to = blocks.size();
                current = current.parent;
            }
        }
    }

    private void push(int i) {
        if (opened == open.length) {
            open = Arrays.copyOf(open, 2 * opened);
        }
        open[opened++] = i;
    }

    private void open(int i, ClassWords.Classes classes) {
        push(i);
        Region region = new Region(page, i, current, classes, blocks.size());
        region.number = regions.size();
        region.hiddenItself = isHidden(i) && !Disclosures.isPanel(region.element);
        region.hidden |= region.hiddenItself;
        regions.add(region);
        current = region;
    }

    /** Whether it is a field for the address of a reader's mail. */
    private static boolean asksForMail(Element element) {
        if (!element.normalName().equals("input")) {
            return false;
        }
        String type = LowerCase.of(element.attr("type"));
        return type.equals("email")
                || (type.isEmpty() || type.equals("text"))
                        && LowerCase.of(element.attr("name") + element.attr("id") + element.attr("placeholder"))
                                .contains("mail");
    }

    private void appendNode(int i) {
        String raw = page.text(i);
        if (page.length(i) > 0 || raw.isEmpty() || isPreformatted()) {
            append(raw);
        } else if (text.length() > 0 && !endsBlank()) {
            text.append(' ');
            count(1);
        }
    }

    private boolean isPreformatted() {
        return current != null && current.tag.equals("pre");
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
        boolean pre = isPreformatted();
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
            } else {
                text.append(c);
            }
        }
        count(text.length() - before);
    }

    private void count(int added) {
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

    /** Whether it is in a range of Unicode without blanks: ASCII, Latin to Tibetan letters, those of East Asia. */
    private static boolean isPlain(char c) {
        return c > ' ' && c < 0x7F || c >= 0xC0 && c < 0x1000 || c > 0x3000 && c < Character.MIN_SURROGATE;
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
        String t = text.length() == 0 ? "" : text.toString().strip();
        text.setLength(0);
        if (!t.isEmpty()) {
            t = isPreformatted() ? LineNumbers.without(t) : Shortcodes.without(t);
        }
        if (!t.isEmpty() && current != null) {
            Block block =
                    new Block(blocks.size(), current, kind(current, t.length()), t, linkChars, links, strongChars);
            block.link = link;
            block.lastLink = lastLink;
            pictures.put(block);
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
