package io.copydesk.extraction.metadata;

import io.copydesk.extraction.resource.WordLists;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/** The names in the visible byline near the headline, from one walk over the page. */
final class VisibleBylines implements NodeFilter {

    private static final int MAX_TEXT = 120;
    private static final int MAX_LINES = 200;
    /** Characters between the names of one byline. */
    private static final int TOGETHER = 160;

    private static final int NEAR = 4000;
    private static final Set<String> SKIPPED =
            Set.of("script", "style", "svg", "noscript", "select", "template", "form");
    private static final int MAX_CLIMB = 8;

    private static final List<String> OTHER_ITEMS =
            List.of("ImageObject", "VideoObject", "MediaObject", "Comment", "UserComments");
    private static final WordLists LISTS = WordLists.of(VisibleBylines.class, "author-words.txt");
    /** Addresses of pages about an author. */
    private static final Pattern PROFILE = Pattern.compile("/(authors?|autor(en)?)/[^/]+/?$");
    /** Addresses of pages about a person, who is an author where the link is near the headline. */
    private static final Pattern PERSON =
            Pattern.compile("[/-](" + String.join("|", LISTS.get("folder")) + ")/[^/?#]+/?$");

    private static final Pattern HAN_NAME = Pattern.compile("\\p{IsHan}{2,4}");
    /** Characters between the headline and a link to a person at most. */
    private static final int BESIDE = 600;

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
        BOLD
    }

    private record Line(String text, Mark mark, int place) {}

    private final List<Line> lines = new ArrayList<>();
    private final Deque<Element> asides = new ArrayDeque<>();
    private final ClassMarks classMarks;
    private final String headline;
    private @Nullable Element byline;
    private int place;
    /** Where the headline is, -1 when it was not seen. */
    private int headlineAt = -1;

    private VisibleBylines(ClassMarks classMarks, @Nullable String headline) {
        this.classMarks = classMarks;
        this.headline = headline == null ? "" : Headlines.key(headline);
    }

    /** The names of the byline with the most reliable mark, and of those the nearest to the headline; empty when there is none. */
    static List<String> of(Document document, ClassMarks classMarks, @Nullable String headline) {
        VisibleBylines seen = new VisibleBylines(classMarks, headline);
        if (document.body() != null) {
            NodeTraversor.filter(seen, document.body());
        }
        return seen.names();
    }

    private List<String> names() {
        int from = Math.max(headlineAt, 0);
        for (Mark mark : Mark.values()) {
            List<Line> marked = lines.stream()
                    .filter(l -> l.mark == mark && Math.abs(l.place - from) < NEAR)
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

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            place += ShortText.strippedLength(text.getWholeText());
            return headlineAt >= 0 && place > headlineAt + NEAR ? FilterResult.STOP : FilterResult.CONTINUE;
        }
        if (!(node instanceof Element e) || SKIPPED.contains(e.normalName()) || lines.size() > MAX_LINES) {
            return FilterResult.SKIP_ENTIRELY;
        }
        int marks = classMarks.of(e);
        if (isAside(e, marks)) {
            asides.push(e);
        }
        noteHeadline(e);
        Mark mark = asides.isEmpty() ? mark(e, marks) : null;
        String text = mark == null
                ? null
                : mark == Mark.WORDS ? e.ownText() : BylineLines.names(ShortText.lines(e, MAX_TEXT));
        if (mark == Mark.BYLINE && text == null) {
            byline = e;
        }
        if (mark == null && asides.isEmpty()) {
            text = isNear() ? BylineLines.labelled(e, MAX_TEXT) : null;
            mark = text != null ? Mark.WORDS : null;
        }
        if (mark == null && asides.isEmpty() && (marks & ClassMarks.ABOUT) == 0) {
            text = BylineLines.alone(e, MAX_TEXT);
            mark = text == null ? null : isInLongByline(e) ? Mark.BYLINE : isBoldLine(e) ? Mark.BOLD : null;
        }
        if (mark == null && asides.isEmpty() && (marks & ClassMarks.DATE) != 0) {
            text = ShortText.lines(e, MAX_TEXT);
            mark = text != null && BylineLines.isOffice(text) ? Mark.OFFICE : null;
        }
        if (mark != null && text != null && (mark != Mark.WORDS || text.length() >= 4)) {
            lines.add(new Line(text, mark, place));
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (asides.peek() == node) {
            asides.pop();
        }
        return FilterResult.CONTINUE;
    }

    private void noteHeadline(Element e) {
        if (headlineAt < 0 && Headlines.isPrintedIn(e, headline)) {
            headlineAt = place;
            asides.clear();
        }
    }

    private @Nullable Mark mark(Element e, int marks) {
        if (e.attributesSize() > 0) {
            String property = e.attr("itemprop");
            if (property.equals("author") || property.equals("name") && isIn(e, "author")) {
                return isOfPicture(e) ? null : Mark.PROPERTY;
            }
            if (e.attr("rel").toLowerCase(Locale.ROOT).contains("author")) {
                return Mark.LINK;
            }
            if ((marks & ClassMarks.NAME) != 0) {
                return Mark.NAME;
            }
            if ((marks & ClassMarks.ABOUT) != 0) {
                return null;
            }
            if (isLinkToAuthor(e)) {
                return Mark.NAME;
            }
            if ((marks & ClassMarks.BYLINE) != 0) {
                return Mark.BYLINE;
            }
            if (isLinkToPerson(e)) {
                return Mark.PERSON;
            }
        }
        return (headlineAt >= 0 || place < NEAR) && isLine(e) ? Mark.WORDS : null;
    }

    private boolean isNear() {
        return place <= Math.max(headlineAt, 0) + NEAR;
    }

    /** A link below the headline that is a name, to the page of a contributor, an editor or somebody in the team. */
    private boolean isLinkToPerson(Element e) {
        if (headlineAt < 0 || place > headlineAt + BESIDE || !e.normalName().equals("a")) {
            return false;
        }
        String href = e.attr("href");
        if (href.indexOf('/') < 0
                || !PERSON.matcher(href.toLowerCase(Locale.ROOT)).find()) {
            return false;
        }
        String text = ShortText.of(e, MAX_TEXT);
        return text != null && BylineLines.isName(text);
    }

    /** Whether {@code e} is in an element marked as a byline that holds more than a line. */
    private boolean isInLongByline(Element e) {
        Element parent = e.parent();
        return byline != null && parent != null && (parent == byline || parent.parent() == byline);
    }

    /** Whether {@code e} is all of a paragraph and bold, between the headline and the text. */
    private boolean isBoldLine(Element e) {
        Element parent = e.parent();
        boolean bold = e.normalName().equals("strong") || e.normalName().equals("b");
        return bold
                && parent != null
                && parent.normalName().equals("p")
                && headlineAt >= 0
                && place - headlineAt < BESIDE
                && parent.text().strip().length() == e.text().strip().length();
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

    private static boolean isLinkToAuthor(Element e) {
        String href = e.normalName().equals("a") ? e.attr("href") : "";
        return (href.contains("/author") || href.contains("/autor"))
                && PROFILE.matcher(href).find();
    }

    /** A short line that starts like a byline, in an element of its own. */
    private static boolean isLine(Element e) {
        String own = e.childNodeSize() > 6 || !hasLine(e) ? "" : e.ownText();
        if (own.length() < 4 || own.length() > 60) {
            return false;
        }
        if (!BylineText.labelled(own).isEmpty() || BylineText.endsInTitle(own)) {
            return true;
        }
        String names = AuthorNames.withoutPrefix(own);
        return !names.equals(own)
                && (AuthorNames.looksLikePersons(names)
                        || HAN_NAME.matcher(names).matches());
    }

    /** Whether {@code e} has text of its own, of at most 60 letters. */
    private static boolean hasLine(Element e) {
        int letters = 0;
        for (int k = 0; k < e.childNodeSize() && letters <= 60; k++) {
            if (e.childNode(k) instanceof TextNode text) {
                String words = text.getWholeText();
                for (int i = 0; i < words.length() && letters <= 60; i++) {
                    letters += Character.isLetter(words.charAt(i)) ? 1 : 0;
                }
            }
        }
        return letters > 0 && letters <= 60;
    }

    private static boolean isIn(Element e, String property) {
        int steps = 0;
        for (Element p = e.parent(); p != null && steps++ < 4; p = p.parent()) {
            if (p.attr("itemprop").equals(property)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAside(Element e, int marks) {
        return switch (e.normalName()) {
            case "aside", "nav", "footer" -> true;
            case "body", "html", "main", "article" -> false;
            default -> (marks & (ClassMarks.ASIDE | ClassMarks.MOST)) != 0;
        };
    }
}
