package io.copydesk.extraction.metadata;

import io.copydesk.extraction.date.DateHint;
import io.copydesk.extraction.date.DateLabels;
import io.copydesk.extraction.date.DateReader;
import io.copydesk.extraction.date.DateReader.Found;
import io.copydesk.extraction.date.WrittenDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/** The visible dates of a page with their place and markup, from one traversal. */
final class VisibleDates implements NodeFilter {

    /** Characters between a headline and its dateline. */
    static final int BESIDE = 200;

    private static final int MAX_DATES = 400;
    private static final int MAX_TEXT = 120;
    private static final int MAX_LABEL = 50;
    private static final int MIN_LINE = 8;
    private static final Set<String> SKIPPED = Set.of("script", "style", "svg", "noscript", "select", "template");
    /** Elements whose text is no line that could hold a date of its own. */
    private static final Set<String> NO_LINES =
            Set.of("html", "body", "blockquote", "pre", "code", "textarea", "option", "button");

    /** A date of digits whose order of day and month a number above twelve may tell. */
    private static final Pattern SLASHES = Pattern.compile("([0-9]{1,2})/([0-9]{1,2})/[0-9]{4}");

    private static final int MONTHS = 12;
    /** Elements between a date and the card that holds it at most, elements of a card at most, and letters of its title at least. */
    private static final int CARD_DEPTH = 2;

    private static final int CARD_PARTS = 5;
    private static final int CARD_TITLE = 20;

    /** How a date is marked. */
    enum Mark {
        /** As the day of publication. */
        PUBLISHED,
        /** As a date. */
        DATE,
        /** Not at all: it is in a short line. */
        LINE
    }

    /**
     * A date on the page.
     *
     * @param changed whether it is labelled or marked up as the time of a change
     * @param labelled whether it is labelled as the time of publication
     * @param aside whether it is among comments, related articles and the like
     * @param foot whether that is a footer and nothing else
     * @param alone whether its line contains nothing else
     * @param card whether it is of a comment, or stands beside a link to another page, as on cards of other articles
     * @param place characters of text before it
     */
    record Seen(
            WrittenDate date,
            Mark mark,
            boolean changed,
            boolean labelled,
            boolean aside,
            boolean foot,
            boolean alone,
            boolean card,
            int place) {}

    private final List<Seen> dates = new ArrayList<>();
    private final DateHint hint;
    private final Predicate<WrittenDate> believable;
    private final String headline;
    /** The open elements that contain comments, related articles and the like, but not the headline. */
    private final Deque<Element> asides = new ArrayDeque<>();

    private int place;
    private int headlineAt = -1;
    /** Whether the headline was found in a heading of the first level. */
    private boolean atMainHeading;

    /** The element whose text is read. */
    private @Nullable Element read;

    private int dayFirst;
    private int monthFirst;
    private @Nullable TextNode before;
    private @Nullable WrittenDate dateline;

    private final ClassMarks classMarks;
    /** Whether dates above the headline are wanted. */
    private final boolean above;

    private final int reach;

    private VisibleDates(
            ClassMarks classMarks,
            @Nullable String headline,
            DateHint hint,
            Predicate<WrittenDate> believable,
            boolean above,
            int reach) {
        this.classMarks = classMarks;
        this.above = above;
        this.reach = reach;
        this.headline = headline == null ? "" : Headlines.key(headline);
        this.hint = hint;
        this.believable = believable;
    }

    /**
     * All dates of the page.
     *
     * @param headline the heading above the text, {@code null} when unknown
     */
    static VisibleDates of(
            Document document,
            ClassMarks classMarks,
            @Nullable String headline,
            DateHint hint,
            Predicate<WrittenDate> believable) {
        return read(document, new VisibleDates(classMarks, headline, hint, believable, true, Integer.MAX_VALUE));
    }

    /** The dates up to {@code reach} characters below the headline; all when the headline is not found. */
    static VisibleDates near(
            Document document,
            ClassMarks classMarks,
            @Nullable String headline,
            DateHint hint,
            Predicate<WrittenDate> believable,
            int reach) {
        return read(document, new VisibleDates(classMarks, headline, hint, believable, true, reach));
    }

    /** The dates from the headline to {@code reach} characters below it; none when it is not found. */
    static VisibleDates below(
            Document document,
            ClassMarks classMarks,
            @Nullable String headline,
            DateHint hint,
            Predicate<WrittenDate> believable,
            int reach) {
        return read(document, new VisibleDates(classMarks, headline, hint, believable, false, reach));
    }

    private static VisibleDates read(Document document, VisibleDates seen) {
        if (document.body() != null) {
            NodeTraversor.filter(seen, document.body());
        }
        return seen;
    }

    List<Seen> all() {
        return dates;
    }

    /** The date that the first paragraph opens with; it is none of {@link #all}. */
    @Nullable
    WrittenDate dateline() {
        return dateline;
    }

    /** Whether a date of the page can only be read with the day first, and none with the month first. */
    boolean isDayFirst() {
        return dayFirst > 0 && monthFirst == 0;
    }

    /** Whether a date of the page can only be read with the month first, and none with the day first. */
    boolean isMonthFirst() {
        return monthFirst > 0 && dayFirst == 0;
    }

    /** Whether the headline was found before {@code seen}. */
    boolean isBelow(Seen seen) {
        return headlineAt >= 0 && seen.place >= headlineAt;
    }

    /** Characters between {@code seen} and the headline; from the top of the page when no headline was found. */
    int distance(Seen seen) {
        return Math.abs(seen.place - Math.max(0, headlineAt));
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            int length = ShortText.strippedLength(text.getWholeText());
            if (length > 0) {
                place += length;
                before = text;
            }
            return headlineAt >= 0 && place - headlineAt > reach ? FilterResult.STOP : FilterResult.CONTINUE;
        }
        if (!(node instanceof Element e) || SKIPPED.contains(e.normalName()) || dates.size() >= MAX_DATES) {
            return FilterResult.SKIP_ENTIRELY;
        }
        boolean main = e.normalName().equals("h1");
        boolean isHeadline = (headlineAt < 0 || main && !atMainHeading) && Headlines.isPrintedIn(e, headline);
        if (isHeadline) {
            headlineAt = place;
            atMainHeading = main;
            asides.clear();
        }
        if (above || headlineAt >= 0) {
            int marks = classMarks.of(e);
            if (!isHeadline && isAside(e, marks)) {
                asides.push(e);
            }
            read(e, marks);
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

    private void read(Element e, int marks) {
        read = e;
        if (e.attributesSize() == 0 && !e.normalName().equals("time")) {
            readLine(e);
            return;
        }
        String prop = e.attr("itemprop");
        boolean published = prop.contains("datePublished")
                || e.hasAttr("pubdate")
                || (e.normalName().equals("time") || e.normalName().equals("abbr")) && e.hasClass("published");
        boolean marked = published
                || e.normalName().equals("time")
                || e.hasAttr("datetime")
                || (marks & ClassMarks.DATE) != 0
                || e.normalName().equals("abbr") && e.hasAttr("title");
        if ((marks & ClassMarks.TODAY) != 0) {
            // The frame around it was read before.
            dates.removeIf(seen -> seen.place == place);
            return;
        }
        if (!marked && NO_LINES.contains(e.normalName())) {
            return;
        }
        boolean changed = !published
                && (prop.equals("dateModified")
                        || (marks & (ClassMarks.CHANGE | ClassMarks.PUBLISH)) == ClassMarks.CHANGE);
        Mark mark = published ? Mark.PUBLISHED : marked ? Mark.DATE : Mark.LINE;
        boolean machine = marked
                && (add(e.attr("datetime"), mark, changed, "")
                        || add(e.attr("content"), mark, changed, "")
                        || (published || e.normalName().equals("abbr")) && add(e.attr("title"), mark, changed, ""));
        if (machine && changed) {
            addPrinted(e);
        }
        String whole = machine || !marked ? null : ShortText.of(e, MAX_TEXT);
        String text = machine || whole != null ? whole : ownLine(e);
        if (text == null && !machine && (marks & ClassMarks.FOOTER) != 0) {
            readFooter(e, mark, changed);
        }
        boolean read = text != null && add(text, mark, changed, before());
        if (!read && !machine && marked) {
            add(e.attr("title"), mark, changed, "");
        }
    }

    /** What an element prints that is marked as the time of a change: two dates, of which the one without that label is of the publication. */
    private void addPrinted(Element e) {
        String text = ShortText.of(e, MAX_TEXT);
        List<Found> found = text == null ? List.of() : DateReader.findAll(text, hint);
        if (text != null && found.size() > 1) {
            add(text, Mark.LINE, false, before());
        }
    }

    /** An element without attributes can hold a date only as a line. */
    private void readLine(Element e) {
        String text = NO_LINES.contains(e.normalName()) ? null : ownLine(e);
        if (text != null) {
            add(text, Mark.LINE, false, before());
        }
    }

    private String before() {
        return before == null ? "" : before.getWholeText().strip();
    }

    private @Nullable String ownLine(Element e) {
        boolean digits = false;
        for (int i = 0; i < e.childNodeSize() && !digits; i++) {
            digits = e.childNode(i) instanceof TextNode text && DateReader.hasDigit(text.getWholeText());
        }
        String own = digits ? ShortText.own(e) : "";
        if (own.length() > MAX_TEXT) {
            readDateline(own);
            return null;
        }
        return own.length() < MIN_LINE ? null : own;
    }

    private void readDateline(String paragraph) {
        if (dateline == null && headlineAt >= 0 && place - headlineAt < BESIDE && asides.isEmpty()) {
            dateline = Dateline.of(paragraph, hint, believable);
        }
    }

    /** The lines of a footer: those below an article say when it was written, by whom and about what. */
    private void readFooter(Element e, Mark mark, boolean changed) {
        for (Node child : e.childNodes()) {
            if (child instanceof TextNode text && text.getWholeText().length() <= MAX_TEXT) {
                add(text.getWholeText().strip(), mark, changed, "");
            }
        }
    }

    private boolean add(String text, Mark mark, boolean changed, String label) {
        if (text.length() < MIN_LINE || text.length() > 200 || !DateReader.hasDigit(text)) {
            return false;
        }
        boolean added = false;
        int from = 0;
        for (Found found : DateReader.findAll(text, hint)) {
            String left = text.substring(from, found.start()).strip();
            boolean own = DateLabels.isOfPublication(left) || DateLabels.isOfChange(left);
            boolean bare = from == 0 && left.length() < 4 && !own && label.length() <= MAX_LABEL;
            String after = text.length() - found.end() <= MAX_LABEL ? text.substring(found.end()) : "";
            String beside = bare ? label : left;
            from = found.end();
            WrittenDate date = found.date();
            countOrder(text.substring(found.start(), found.end()));
            if (date != null && believable.test(date)) {
                boolean of = DateLabels.isOfPublication(bare ? label + ' ' + after : beside);
                boolean change = changed || !of && DateLabels.isOfChange(beside);
                boolean alone = bare && text.length() - found.end() < 4;
                if (change && DateLabels.isOfDayBefore(beside)) {
                    WrittenDate eve = new WrittenDate(date.date().minusDays(1), null, null);
                    dates.add(new Seen(eve, mark, false, true, !asides.isEmpty(), isFoot(), false, isOfOther(), place));
                }
                dates.add(new Seen(date, mark, change, of, !asides.isEmpty(), isFoot(), alone, isOfOther(), place));
                added = true;
            }
        }
        return added;
    }

    private void countOrder(String date) {
        Matcher numbers = date.indexOf('/') < 0 ? null : SLASHES.matcher(date);
        if (numbers != null && numbers.find()) {
            boolean day = Integer.parseInt(numbers.group(1)) > MONTHS;
            boolean month = Integer.parseInt(numbers.group(2)) > MONTHS;
            dayFirst += day && !month ? 1 : 0;
            monthFirst += month && !day ? 1 : 0;
        }
    }

    private boolean isOfOther() {
        return isCard() || asides.stream().anyMatch(aside -> (classMarks.of(aside) & ClassMarks.COMMENT) != 0);
    }

    /** Whether the date that is read stands in a small element, below the headline, that holds the title of another page as a link. */
    private boolean isCard() {
        Element around = read;
        for (int up = 0; up < CARD_DEPTH && around != null && headlineAt >= 0; up++) {
            around = around.parent();
            Element link = around == null ? null : around.selectFirst("a[href]");
            if (link != null && around != null && around.childrenSize() <= CARD_PARTS) {
                return ShortText.strippedLength(link.text()) >= CARD_TITLE && around.selectFirst("h1") == null;
            }
        }
        return false;
    }

    /** Whether all that is open and no part of the article is footers. */
    private boolean isFoot() {
        for (Element aside : asides) {
            if (!aside.normalName().equals("footer")
                    && (classMarks.of(aside) & (ClassMarks.FOOTER | ClassMarks.ASIDE)) != ClassMarks.FOOTER) {
                return false;
            }
        }
        return !asides.isEmpty();
    }

    private static boolean isAside(Element e, int marks) {
        return switch (e.normalName()) {
            // What is quoted or embedded has dates of its own.
            case "nav", "footer", "blockquote" -> true;
            // A line beside the text is about the article: its date, its author.
            case "aside" -> ShortText.of(e, MAX_TEXT) == null;
            case "body", "html", "main", "article" -> false;
            default ->
                (marks & ClassMarks.ASIDE) != 0
                        || (marks & (ClassMarks.WIDGET | ClassMarks.BUILDER)) == ClassMarks.WIDGET
                        || (marks & (ClassMarks.FOOTER | ClassMarks.OWN)) == ClassMarks.FOOTER;
        };
    }
}
