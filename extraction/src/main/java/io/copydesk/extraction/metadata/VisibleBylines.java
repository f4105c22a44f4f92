package io.copydesk.extraction.metadata;

import io.copydesk.extraction.date.DateReader;
import io.copydesk.extraction.dom.PageTree;
import io.copydesk.extraction.dom.Tag;
import io.copydesk.schemas.LowerCase;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** The names in the visible byline near the headline, from one pass over it. */
final class VisibleBylines {

    private static final int MAX_TEXT = 120;
    private static final int MAX_LINES = 200;
    /** Characters between the names of one byline. */
    private static final int TOGETHER = 160;

    private static final int NEAR = 4000;
    private static final Set<Tag> SKIPPED =
            EnumSet.of(Tag.SCRIPT, Tag.STYLE, Tag.SVG, Tag.NOSCRIPT, Tag.SELECT, Tag.TEMPLATE, Tag.FORM);
    private static final int MAX_CLIMB = 8;
    /** Elements between a name and the author whose name it is at most. */
    private static final int MAX_STEPS = 4;
    /** Nodes right inside an element that holds a line at most, and characters of a line. */
    private static final int MAX_PARTS = 6;

    private static final int MIN_LINE = 4;
    private static final int MAX_LINE = 60;
    /** Characters of a line with its dates and what else is beside the names at most. */
    private static final int MAX_DATED_LINE = 120;

    private static final List<String> OTHER_ITEMS =
            List.of("ImageObject", "VideoObject", "MediaObject", "Comment", "UserComments");
    private static final Pattern HAN_NAME = Pattern.compile("\\p{IsHan}{2,4}");
    /** Characters between the headline and a link to a person at most. */
    private static final int BESIDE = 600;

    /** Characters between a name and the headline below it at most. */
    private static final int ABOVE = 120;
    /** Characters between the headline and a name that nothing marks at most. */
    private static final int BELOW = 60;

    /** How a line is marked as a byline, the most reliable first. */
    private enum Mark {
        PROPERTY,
        LINK,
        NAME,
        BYLINE,
        /** A name that links to a page about a person. */
        PERSON,
        WORDS,
        /** A line of a date, a name and an office. */
        OFFICE,
        /** A name in bold type that is a paragraph of its own. */
        BOLD,
        /** A name and nothing else, right below the headline, and right above a date, an office or the address of their mail. */
        DATED,
        /** A name and nothing else near the headline, right beside a date. */
        BESIDE,
        /** A name and nothing else in a box about the author. */
        BOX
    }

    private record Line(String text, Mark mark, int place) {}

    private final PageTree tree;
    private final ClassMarks classMarks;
    private final PrintedHeadline headline;
    private final List<Line> lines = new ArrayList<>();
    private final Deque<Integer> asides = new ArrayDeque<>();
    /** The last element marked as a byline that holds more than a line, -1 when there is none. */
    private int byline = -1;

    /** The last box about an author, -1 when there is none. */
    private int box = -1;

    /** Where the comments below the article end, when they have begun. */
    private int comments;

    private int place;
    /** Whether the place is far below the headline, and no author was found near it. */
    private boolean below;
    /** Where the headline is, -1 when it was not seen. */
    private int headlineAt = -1;

    private VisibleBylines(ClassMarks classMarks, PrintedHeadline headline) {
        this.tree = classMarks.tree();
        this.classMarks = classMarks;
        this.headline = headline;
    }

    /** The names of the byline with the most reliable mark, and of those the nearest to the headline; empty when there is none. */
    static List<String> of(ClassMarks classMarks, PrintedHeadline headline) {
        VisibleBylines seen = new VisibleBylines(classMarks, headline);
        seen.readAll();
        return seen.below ? seen.namesBelow() : seen.names();
    }

    private List<String> names() {
        int from = Math.max(headlineAt, 0);
        for (Mark mark : Mark.values()) {
            List<Line> marked = lines.stream()
                    .filter(l -> l.mark == mark && Math.abs(l.place - from) < NEAR)
                    .filter(l -> mark != Mark.BESIDE || headlineAt >= 0 && l.place >= headlineAt - ABOVE)
                    .sorted(Comparator.comparingInt(l -> Math.abs(l.place - from)))
                    .toList();
            for (Line line : marked) {
                if (!AuthorNames.of(List.of(line.text)).isEmpty()) {
                    return AuthorNames.of(lines.stream()
                            .filter(l -> l.mark == mark && Math.abs(l.place - line.place) < TOGETHER)
                            .map(Line::text)
                            .toList());
                }
            }
        }
        return List.of();
    }

    /** The names that all bylines far below the headline have in common: below lists of other articles they differ. */
    private List<String> namesBelow() {
        List<String> common = List.of();
        for (Line line : lines) {
            List<String> names = AuthorNames.of(List.of(line.text));
            if (!names.isEmpty()) {
                if (!common.isEmpty() && !common.equals(names)
                        || !names.stream().allMatch(BylineLines::isName)) {
                    return List.of();
                }
                common = names;
            }
        }
        return common;
    }

    private void readAll() {
        int i = tree.body();
        int end = tree.end(i);
        while (i < end) {
            while (!asides.isEmpty() && tree.end(asides.element()) <= i) {
                asides.pop();
            }
            if (tree.isText(i)) {
                place += tree.length(i++);
                if (!below && headlineAt >= 0 && place > headlineAt + NEAR) {
                    if (!names().isEmpty()) {
                        return;
                    }
                    below = true;
                    lines.clear();
                }
            } else if (SKIPPED.contains(tree.tag(i)) || lines.size() > MAX_LINES) {
                i = tree.end(i);
            } else {
                pass(i++);
            }
        }
    }

    private void pass(int i) {
        int marks = classMarks.of(i);
        box = isAboutAuthor(marks) && !isInBox(i) ? i : box;
        if (isAside(i, marks)) {
            asides.push(i);
        }
        if (headlineAt < 0 && headline.isAt(i)) {
            headlineAt = place;
            asides.clear();
        }
        if (headlineAt >= 0 && i >= comments) {
            comments = CommentHeadings.end(tree, i);
        }
        if (asides.isEmpty() && i >= comments) {
            read(i, marks);
        }
    }

    private void read(int i, int marks) {
        Element e = tree.element(i);
        Mark mark = mark(i, marks);
        if (mark != null) {
            String text = mark == Mark.WORDS
                    ? BylineLines.withoutPlace(e.ownText())
                    : BylineLines.names(ShortText.lines(e, MAX_TEXT));
            byline = mark == Mark.BYLINE && text == null ? i : byline;
            add(mark, text);
            return;
        }
        String text = below || isNear() ? BylineLines.labelled(tree, i, MAX_TEXT) : null;
        mark = text != null ? Mark.WORDS : null;
        if (mark == null && (marks & ClassMarks.ABOUT) == 0 && (isInLongByline(i) || isBoldLine(i) || isBelow())) {
            text = BylineLines.alone(e, MAX_TEXT);
            mark = text == null ? null : ofLine(i, e);
            if (text == null && isBelow()) {
                text = BylineLines.first(e, MAX_TEXT);
                mark = text != null && (NeighbouringLine.isAboveDate(e) || DateReader.hasDate(e.ownText()))
                        ? Mark.DATED
                        : null;
            }
        }
        if (mark == null && (isBeside() || isInBox(i)) && isAlone(e)) {
            text = BylineLines.alone(e, MAX_TEXT);
            mark = text == null ? null : ofName(i, e, text);
        }
        if (mark == null && (marks & ClassMarks.DATE) != 0) {
            text = ShortText.lines(e, MAX_TEXT);
            mark = text != null && BylineLines.isOffice(text) ? Mark.OFFICE : null;
        }
        if (mark != null) {
            add(mark, text);
        }
    }

    /** The mark of {@code e}, which holds nothing but a name, by what it is in, how it is set and what stands below it. */
    private @Nullable Mark ofLine(int i, Element e) {
        if (isInLongByline(i)) {
            return Mark.BYLINE;
        }
        if (isBoldLine(i)) {
            return Mark.BOLD;
        }
        return isAlone(e) && isBelow() && NeighbouringLine.isAboveDate(e) ? Mark.DATED : null;
    }

    /** The mark of {@code e}, which holds nothing but the name {@code text}. */
    private @Nullable Mark ofName(int i, Element e, String text) {
        boolean capitals = text.equals(text.toUpperCase(Locale.ROOT));
        if (capitals || !isInBox(i) && isHeading(i) || PersonLinks.isToOther(tree, i)) {
            return null;
        }
        return isInBox(i) ? Mark.BOX : NeighbouringLine.isDated(e) ? Mark.BESIDE : null;
    }

    private void add(Mark mark, @Nullable String text) {
        if (text != null && (mark != Mark.WORDS || text.length() >= MIN_LINE)) {
            lines.add(new Line(text, mark, place));
        }
    }

    private @Nullable Mark mark(int i, int marks) {
        if (tree.hasAttributes(i)) {
            String property = tree.has(i, PageTree.ITEMPROP) ? tree.attr(i, "itemprop") : "";
            if (property.equals("author") || property.equals("name") && isIn(i, "author")) {
                return isOfPicture(tree.element(i)) ? null : Mark.PROPERTY;
            }
            if (LowerCase.of(tree.attr(i, "rel")).contains("author")) {
                return Mark.LINK;
            }
            if ((marks & ClassMarks.NAME) != 0) {
                return Mark.NAME;
            }
            if ((marks & ClassMarks.ABOUT) != 0) {
                return null;
            }
            if (PersonLinks.isToAuthor(tree, i)) {
                return Mark.NAME;
            }
            if ((marks & ClassMarks.BYLINE) != 0) {
                return Mark.BYLINE;
            }
            if (isLinkToPerson(i)) {
                return Mark.PERSON;
            }
        }
        return (headlineAt >= 0 || place < NEAR) && isLine(i) ? Mark.WORDS : null;
    }

    /** Whether no words stand right in front of {@code e} in the same element. */
    private static boolean isAlone(Element e) {
        return !(e.previousSibling() instanceof TextNode text) || text.isBlank();
    }

    /** Whether the place is near the headline, or above one that may follow. */
    private boolean isBeside() {
        return headlineAt < 0 ? place < NEAR : place - headlineAt <= headline.length() + BESIDE;
    }

    private boolean isInBox(int i) {
        return box >= 0 && i < tree.end(box);
    }

    private boolean isNear() {
        return place <= Math.max(headlineAt, 0) + NEAR;
    }

    /** A link below the headline that is a name, to the page of a contributor, an editor or somebody in the team. */
    private boolean isLinkToPerson(int i) {
        if (headlineAt < 0 || place > headlineAt + BESIDE || !PersonLinks.isToPerson(tree, i)) {
            return false;
        }
        String text = ShortText.of(tree.element(i), MAX_TEXT);
        return text != null && BylineLines.isName(text);
    }

    /** Whether {@code i} is in an element marked as a byline that holds more than a line. */
    private boolean isInLongByline(int i) {
        int parent = tree.parent(i);
        return byline >= 0 && (parent == byline || tree.parent(parent) == byline);
    }

    /** Whether {@code i} is all of a paragraph and bold, between the headline and the text. */
    private boolean isBoldLine(int i) {
        Tag tag = tree.tag(i);
        int parent = tree.parent(i);
        return (tag == Tag.STRONG || tag == Tag.B)
                && tree.tag(parent) == Tag.P
                && headlineAt >= 0
                && place - headlineAt < BESIDE
                && tree.element(parent).text().strip().length()
                        == tree.element(i).text().strip().length();
    }

    /** Whether the place is right below the headline. */
    private boolean isBelow() {
        return headlineAt >= 0 && place - headlineAt <= headline.length() + BELOW;
    }

    /** Whether the nearest item around the author's is a picture, a film or a comment. */
    private static boolean isOfPicture(Element e) {
        int steps = 0;
        for (Element p = e.parent(); p != null && steps++ < MAX_CLIMB; p = p.parent()) {
            String type = p.attr("itemtype");
            if (OTHER_ITEMS.stream().anyMatch(type::endsWith) || p.normalName().equals("figure")) {
                return true;
            }
            if (type.endsWith("Article") || type.endsWith("Posting")) {
                return false;
            }
        }
        return false;
    }

    /** A short line that starts like a byline, in an element of its own. */
    private boolean isLine(int i) {
        if (!tree.has(i, PageTree.TEXT) || !hasLine(i) || tree.element(i).childNodeSize() > MAX_PARTS) {
            return false;
        }
        String line = tree.element(i).ownText();
        if (line.length() < MIN_LINE || line.length() > MAX_DATED_LINE) {
            return false;
        }
        boolean more = line.length() > MAX_LINE || AuthorNames.startsWithPrefix(line) || DateReader.hasDate(line);
        String own = more ? BylineText.plain(line) : line;
        if (own.length() > MAX_LINE) {
            return false;
        }
        if (!BylineText.labelled(own).isEmpty() || BylineText.endsInTitle(own)) {
            return true;
        }
        String names = AuthorNames.withoutPrefix(own);
        return !names.equals(own)
                && (AuthorNames.looksLikePersons(names)
                        || BylineLines.beforePlace(names) != null
                        || HAN_NAME.matcher(names).matches());
    }

    /** Whether {@code i} has text of its own, of at most {@value #MAX_DATED_LINE} letters. */
    private boolean hasLine(int i) {
        int letters = 0;
        for (int child = i + 1; child < tree.end(i) && letters <= MAX_DATED_LINE; child = tree.end(child)) {
            String words = tree.isText(child) ? tree.text(child) : "";
            for (int k = 0; k < words.length() && letters <= MAX_DATED_LINE; k++) {
                letters += Character.isLetter(words.charAt(k)) ? 1 : 0;
            }
        }
        return letters > 0 && letters <= MAX_DATED_LINE;
    }

    private boolean isIn(int i, String property) {
        int steps = 0;
        for (int up = tree.parent(i); up >= 0 && steps++ < MAX_STEPS; up = tree.parent(up)) {
            if (tree.attr(up, "itemprop").equals(property)) {
                return true;
            }
        }
        return false;
    }

    private boolean isHeading(int i) {
        return tree.tag(i).isHeading() || tree.tag(tree.parent(i)).isHeading();
    }

    private static boolean isAboutAuthor(int marks) {
        return (marks & ClassMarks.ABOUT) != 0 && (marks & ClassMarks.BYLINE) != 0;
    }

    private boolean isAside(int i, int marks) {
        return switch (tree.tag(i)) {
            case ASIDE -> !isAboutAuthor(marks);
            case NAV, FOOTER -> true;
            case BODY, HTML, MAIN, ARTICLE -> false;
            default -> (marks & (ClassMarks.ASIDE | ClassMarks.MOST)) != 0;
        };
    }
}
