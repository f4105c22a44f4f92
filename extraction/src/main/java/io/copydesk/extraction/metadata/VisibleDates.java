package io.copydesk.extraction.metadata;

import io.copydesk.extraction.date.DateHint;
import io.copydesk.extraction.date.DateLabels;
import io.copydesk.extraction.date.DateReader;
import io.copydesk.extraction.date.DateReader.Found;
import io.copydesk.extraction.date.WrittenDate;
import io.copydesk.extraction.dom.PageTree;
import io.copydesk.extraction.dom.Tag;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The visible dates of a page with their place and markup, from one pass over it. */
final class VisibleDates {

    /** Characters between a headline and its dateline. */
    static final int BESIDE = 200;

    private static final int MAX_DATES = 400;
    private static final int MAX_TEXT = 120;
    private static final int MAX_LABEL = 50;
    private static final int MIN_LINE = 8;
    /** Characters beside a date that is alone in its line at most. */
    private static final int MAX_BESIDE = 20;

    private static final Set<Tag> SKIPPED =
            EnumSet.of(Tag.SCRIPT, Tag.STYLE, Tag.SVG, Tag.NOSCRIPT, Tag.SELECT, Tag.TEMPLATE);
    /** Elements whose text is no line that could hold a date of its own. */
    private static final Set<Tag> NO_LINES =
            EnumSet.of(Tag.HTML, Tag.BODY, Tag.BLOCKQUOTE, Tag.PRE, Tag.CODE, Tag.TEXTAREA, Tag.OPTION, Tag.BUTTON);

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

    private final PageTree tree;
    private final ClassMarks classMarks;
    private final PrintedHeadline headline;
    private final DateHint hint;
    private final Predicate<WrittenDate> believable;
    /** Whether dates above the headline are wanted. */
    private final boolean above;

    private final int reach;

    private final TitleCards cards;

    private final List<Seen> dates = new ArrayList<>();
    /** The open elements that contain comments, related articles and the like, but not the headline. */
    private final Deque<Integer> asides = new ArrayDeque<>();

    private int place;
    private int headlineAt = -1;
    /** Whether the headline was found in a heading of the first level. */
    private boolean atMainHeading;

    /** Where the comments below the article end, when they have begun. */
    private int comments;

    /** The element whose text is read. */
    private int read;

    private final DayOrder order = new DayOrder();
    /** The last text that was passed, -1 when there is none. */
    private int before = -1;

    private @Nullable WrittenDate dateline;

    private VisibleDates(
            ClassMarks classMarks,
            PrintedHeadline headline,
            DateHint hint,
            Predicate<WrittenDate> believable,
            boolean above,
            int reach) {
        this.tree = classMarks.tree();
        this.cards = headline.cards();
        this.classMarks = classMarks;
        this.headline = headline;
        this.hint = hint;
        this.believable = believable;
        this.above = above;
        this.reach = reach;
        readAll();
    }

    /** All dates of the page. */
    static VisibleDates of(
            ClassMarks classMarks, PrintedHeadline headline, DateHint hint, Predicate<WrittenDate> believable) {
        return new VisibleDates(classMarks, headline, hint, believable, true, Integer.MAX_VALUE);
    }

    /** The dates up to {@code reach} characters below the headline; all when the headline is not found. */
    static VisibleDates near(
            ClassMarks classMarks,
            PrintedHeadline headline,
            DateHint hint,
            Predicate<WrittenDate> believable,
            int reach) {
        return new VisibleDates(classMarks, headline, hint, believable, true, reach);
    }

    /** The dates from the headline to {@code reach} characters below it; none when it is not found. */
    static VisibleDates below(
            ClassMarks classMarks,
            PrintedHeadline headline,
            DateHint hint,
            Predicate<WrittenDate> believable,
            int reach) {
        return new VisibleDates(classMarks, headline, hint, believable, false, reach);
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
        return order.isDayFirst();
    }

    /** Whether a date of the page can only be read with the month first, and none with the day first. */
    boolean isMonthFirst() {
        return order.isMonthFirst();
    }

    /** Whether the headline was found before {@code seen}. */
    boolean isBelow(Seen seen) {
        return headlineAt >= 0 && seen.place >= headlineAt;
    }

    /** Characters between {@code seen} and the headline; from the top of the page when no headline was found. */
    int distance(Seen seen) {
        return Math.abs(seen.place - Math.max(0, headlineAt));
    }

    private void readAll() {
        int i = tree.body();
        int end = tree.end(i);
        while (i < end) {
            while (!asides.isEmpty() && tree.end(asides.element()) <= i) {
                asides.pop();
            }
            if (tree.isText(i)) {
                int length = tree.length(i);
                place += length;
                before = length > 0 ? i : before;
                if (headlineAt >= 0 && place - headlineAt > reach) {
                    return;
                }
                i++;
            } else if (SKIPPED.contains(tree.tag(i)) || dates.size() >= MAX_DATES) {
                i = tree.end(i);
            } else {
                pass(i++);
            }
        }
    }

    private void pass(int i) {
        boolean main = tree.tag(i) == Tag.H1;
        boolean isHeadline = (headlineAt < 0 || main && !atMainHeading) && headline.isAt(i);
        if (isHeadline) {
            headlineAt = place;
            atMainHeading = main;
            asides.clear();
        }
        if (above || headlineAt >= 0) {
            int marks = classMarks.of(i);
            if (headlineAt >= 0 && i >= comments) {
                comments = CommentHeadings.end(tree, i);
            }
            if (!isHeadline && isAside(i, marks)) {
                asides.push(i);
            }
            read(i, marks);
        }
    }

    private void read(int i, int marks) {
        read = i;
        Tag tag = tree.tag(i);
        if (!tree.hasAttributes(i) && tag != Tag.TIME) {
            readLine(i);
            return;
        }
        Element e = tree.element(i);
        String prop = tree.has(i, PageTree.ITEMPROP) ? tree.attr(i, "itemprop") : "";
        boolean published = DateAttributes.arePublication(tree, i, prop)
                || (tag == Tag.TIME || tag == Tag.ABBR) && e.hasClass("published");
        boolean marked = published
                || tag == Tag.TIME
                || tree.has(i, PageTree.DATETIME)
                || (marks & ClassMarks.DATE) != 0
                || tag == Tag.ABBR && tree.hasAttr(i, "title");
        if ((marks & ClassMarks.TODAY) != 0) {
            // The frame around it was read before.
            dates.removeIf(seen -> seen.place == place);
            return;
        }
        if (!marked && NO_LINES.contains(tag)) {
            return;
        }
        boolean changed = !published
                && (prop.equals("dateModified")
                        || (marks & (ClassMarks.CHANGE | ClassMarks.PUBLISH)) == ClassMarks.CHANGE);
        Mark mark = published ? Mark.PUBLISHED : marked ? Mark.DATE : Mark.LINE;
        boolean machine = marked
                && (add(tree.attr(i, "datetime"), mark, changed, "")
                        || add(tree.attr(i, "content"), mark, changed, "")
                        || (published || tag == Tag.ABBR) && add(tree.attr(i, "title"), mark, changed, ""));
        if (machine && changed) {
            addPrinted(e);
        }
        String whole = machine || !marked ? null : ShortText.of(e, MAX_TEXT);
        String text = machine || whole != null ? whole : ownLine(i);
        if (text == null && !machine && (marks & ClassMarks.FOOTER) != 0) {
            readFooter(i, mark, changed);
        }
        boolean read = text != null && add(text, mark, changed, before());
        if (!read && !machine && marked) {
            add(tree.attr(i, "title"), mark, changed, "");
        }
        if (!read && !machine && tree.has(i, PageTree.OTHERS) && headlineAt >= 0 && place - headlineAt < BESIDE) {
            add(DateAttributes.forScripts(tree, i), Mark.DATE, changed, "");
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
    private void readLine(int i) {
        String text = tree.has(i, PageTree.DIGIT) && !NO_LINES.contains(tree.tag(i)) ? ownLine(i) : null;
        if (text != null) {
            add(text, Mark.LINE, false, before());
        }
    }

    private String before() {
        return before < 0 ? "" : tree.text(before).strip();
    }

    private @Nullable String ownLine(int i) {
        String own = tree.has(i, PageTree.DIGIT) ? ShortText.own(tree.element(i)) : "";
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
    private void readFooter(int i, Mark mark, boolean changed) {
        for (int child = i + 1; child < tree.end(i); child = tree.end(child)) {
            String text = tree.isText(child) ? tree.text(child) : "";
            if (!text.isEmpty() && text.length() <= MAX_TEXT) {
                add(text.strip(), mark, changed, "");
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
            boolean first = from == 0 && left.length() < 4 && !own;
            boolean bare = first && label.length() <= MAX_LABEL;
            String after = text.length() - found.end() <= MAX_LABEL ? text.substring(found.end()) : "";
            String beside = bare ? label : left;
            from = found.end();
            WrittenDate date = found.date();
            order.count(text.substring(found.start(), found.end()));
            if (date != null && believable.test(date)) {
                boolean of = DateLabels.isOfPublication(bare ? label + ' ' + after : beside);
                boolean change = changed || !of && DateLabels.isOfChange(beside);
                boolean alone = first && text.substring(found.end()).strip().length() < 4 && !isInSentence();
                if (change && DateLabels.isOfDayBefore(beside)) {
                    WrittenDate eve = new WrittenDate(date.date().minusDays(1), null, null);
                    dates.add(new Seen(eve, mark, false, true, isOutside(), isFoot(), false, isOfOther(), place));
                }
                dates.add(new Seen(date, mark, change, of, isOutside(), isFoot(), alone, isOfOther(), place));
                added = true;
            }
        }
        return added;
    }

    /** Whether words follow the element that is read in the same line. */
    private boolean isInSentence() {
        int next = tree.end(read);
        return next < tree.size()
                && tree.parent(next) == tree.parent(read)
                && tree.isText(next)
                && tree.length(next) > MAX_BESIDE;
    }

    /** Whether it is among comments, related articles and the like. */
    private boolean isOutside() {
        return read < comments || !asides.isEmpty();
    }

    private boolean isOfOther() {
        return headlineAt >= 0 && cards.holds(read)
                || read < comments
                || asides.stream().anyMatch(aside -> (classMarks.of(aside) & ClassMarks.COMMENT) != 0);
    }

    /** Whether all that is open and no part of the article is footers. */
    private boolean isFoot() {
        for (int aside : asides) {
            if (tree.tag(aside) != Tag.FOOTER
                    && (classMarks.of(aside) & (ClassMarks.FOOTER | ClassMarks.ASIDE)) != ClassMarks.FOOTER) {
                return false;
            }
        }
        return !asides.isEmpty();
    }

    private boolean isAside(int i, int marks) {
        return switch (tree.tag(i)) {
            // What is quoted or embedded has dates of its own.
            case NAV, FOOTER, BLOCKQUOTE -> true;
            // A line beside the text is about the article: its date, its author.
            case ASIDE -> ShortText.of(tree.element(i), MAX_TEXT) == null;
            case BODY, HTML, MAIN, ARTICLE -> false;
            default ->
                (marks & ClassMarks.ASIDE) != 0
                        || (marks & (ClassMarks.WIDGET | ClassMarks.BUILDER)) == ClassMarks.WIDGET
                        || (marks & (ClassMarks.FOOTER | ClassMarks.OWN)) == ClassMarks.FOOTER;
        };
    }
}
