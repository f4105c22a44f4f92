package io.copydesk.extraction.metadata;

import io.copydesk.extraction.date.BelievableDates;
import io.copydesk.extraction.date.DateHint;
import io.copydesk.extraction.date.DateReader;
import io.copydesk.extraction.date.WrittenDate;
import io.copydesk.extraction.metadata.VisibleDates.Mark;
import io.copydesk.extraction.metadata.VisibleDates.Seen;
import io.copydesk.extraction.resource.ResourceLines;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When the article was published and last changed. The order of trust is that of {@link #DECLARED}, {@link #MARKED}, {@link #OTHERS}. */
final class PageDates {

    /** Characters between a headline and the date that belongs to it. */
    private static final int NEAR = 3000;

    /** Characters from a headline over its standfirst to the line with its date. */
    private static final int BELOW = 500;

    private static final int MAX_BRACKETS = 60;

    private static final Map<String, String[]> META = metaNames();

    /** One place where a page may have its date. */
    private interface Source {
        @Nullable
        WrittenDate of(PageDates page);
    }

    /** What the page declares as the day of publication; an earlier edition of it is looked for. */
    private static final List<Source> DECLARED = List.of(
            page -> page.first(page.jsonLd.datePublished()),
            page -> page.meta("published"),
            page -> page.first(page.jsonLd.dateCreated()));

    /** The visible date near the headline whose markup says that it is the day of publication; teasers of others have such, too. */
    private static final Source MARKED =
            seen((page, s) -> s.mark() == Mark.PUBLISHED && !s.aside() && page.isWithin(NEAR, s));

    /** The rest; the first that has a date decides. */
    private static final List<Source> OTHERS = List.of(
            // Visible, right below the headline, marked as a date, labelled or alone in its line.
            seen((page, s) -> !s.changed()
                    && !s.aside()
                    && (s.mark() != Mark.LINE || (s.alone() || s.labelled()) && !s.card())
                    && page.visible().isBelow(s)
                    && page.isWithin(BELOW, s)),
            // Visible, with a label of publication.
            seen((page, s) -> s.labelled() && !s.aside()),
            page -> page.visible().dateline(),
            // Visible, right beside the headline: below it rather than above, where cards of other articles may stand.
            seen((page, s) -> !s.changed()
                    && !s.aside()
                    && !s.card()
                    && page.visible().isBelow(s)
                    && page.isWithin(VisibleDates.BESIDE, s)),
            seen((page, s) -> !s.changed() && !s.aside() && page.isWithin(VisibleDates.BESIDE, s)),
            // Marked as a date, near the headline.
            seen((page, s) -> s.mark() == Mark.DATE
                    && !s.changed()
                    && !s.aside()
                    && !page.isCardBelow(s)
                    && page.isWithin(NEAR, s)),
            seen((page, s) -> s.mark() == Mark.PUBLISHED && !s.aside()),
            // In a footer, labelled or marked.
            seen((page, s) -> s.foot() && (s.labelled() || s.mark() == Mark.PUBLISHED)),
            page -> page.meta("some-date"),
            // Marked as a date, anywhere.
            seen((page, s) -> s.mark() == Mark.DATE && !s.changed() && !s.aside() && !page.isCardBelow(s)),
            page -> page.day(UrlDate.of(page.url)),
            // Marked as a date near the headline, be it of a change.
            seen((page, s) -> s.mark() == Mark.DATE && !s.aside() && !page.isCardBelow(s) && page.isWithin(NEAR, s)),
            page -> page.first(inBrackets(page.meta.first("description", "og:description"))),
            page -> page.first(ScriptDate.find(page.page)),
            // Any date near the headline, then any with less and less certainty.
            seen((page, s) -> !s.changed() && !s.aside() && !s.card() && page.isWithin(NEAR, s)),
            seen((page, s) -> s.mark() == Mark.DATE && !s.aside() && !s.card()),
            seen((page, s) -> s.labelled()),
            page -> page.meta("modified"),
            seen((page, s) -> !s.aside() && !s.card()),
            seen((page, s) -> !s.card()),
            page -> page.day(UrlDate.of(page.meta.first("og:image"))));

    /** When the article was last changed. */
    private static final List<Source> MODIFIED = List.of(
            page -> page.first(page.jsonLd.dateModified()),
            page -> page.meta("modified"),
            seen((page, s) -> s.changed() && !s.aside()));

    private final PageElements page;
    private final ClassMarks classMarks;
    private final MetaTags meta;
    private final JsonLdArticle jsonLd;
    private final @Nullable String url;
    private final @Nullable Instant fetched;
    private final DateHint hint;
    private final PrintedHeadline headline;
    private @Nullable VisibleDates visible;
    private @Nullable VisibleDates beside;

    PageDates(
            PageElements page,
            ClassMarks classMarks,
            MetaTags meta,
            JsonLdArticle jsonLd,
            @Nullable String url,
            @Nullable Instant fetched,
            DateHint hint,
            PrintedHeadline headline) {
        this.page = page;
        this.classMarks = classMarks;
        this.meta = meta;
        this.jsonLd = jsonLd;
        this.url = url;
        this.fetched = fetched;
        this.hint = hint;
        this.headline = headline;
    }

    Optional<WrittenDate> published() {
        LocalDate path = UrlDate.of(url).orElse(null);
        WrittenDate declared = first(DECLARED);
        if (declared != null) {
            boolean local = LocalDay.mayDiffer(declared, path);
            declared = FirstEdition.of(
                    declared, meta("published"), path, local ? this::beside : this::below, this::visible);
        } else {
            declared = MARKED.of(this);
        }
        if (declared != null) {
            return Optional.of(LocalDay.of(declared, path, this::beside));
        }
        return Optional.ofNullable(first(OTHERS))
                .map(date -> path != null && isSwapped(date, path) ? new WrittenDate(path, null, null) : date);
    }

    Optional<WrittenDate> modified() {
        return Optional.ofNullable(first(MODIFIED));
    }

    private @Nullable WrittenDate first(List<Source> sources) {
        return sources.stream()
                .map(source -> source.of(this))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Of the visible dates that {@code wanted} lets through, the one nearest to the headline. */
    private static Source seen(Wanted wanted) {
        return page -> page.visible().all().stream()
                .filter(seen -> wanted.test(page, seen))
                .min(Comparator.comparingInt(page.visible()::distance))
                .map(Seen::date)
                .orElse(null);
    }

    private interface Wanted {
        boolean test(PageDates page, Seen seen);
    }

    /** Whether {@code seen} is on a card of another page below the first lines of the article. */
    private boolean isCardBelow(Seen seen) {
        return seen.card() && visible().isBelow(seen) && !isWithin(VisibleDates.BESIDE, seen);
    }

    private boolean isWithin(int reach, Seen seen) {
        return visible().distance(seen) < reach;
    }

    /** Whether {@code date} is {@code path} with its day read as the month. */
    private static boolean isSwapped(WrittenDate date, LocalDate path) {
        return path.getYear() == date.date().getYear()
                && path.getMonthValue() == date.date().getDayOfMonth()
                && path.getDayOfMonth() == date.date().getMonthValue();
    }

    /** The text in brackets at the end of a description. */
    private static @Nullable String inBrackets(@Nullable String description) {
        if (description == null || !description.endsWith(")")) {
            return null;
        }
        int open = description.lastIndexOf('(');
        return open < 0 || description.length() - open > MAX_BRACKETS ? null : description.substring(open);
    }

    private VisibleDates below() {
        if (visible != null || beside != null) {
            return beside();
        }
        return VisibleDates.below(classMarks, headline, hint, this::isBelievable, FirstEdition.REACH);
    }

    private VisibleDates beside() {
        if (visible != null) {
            return visible;
        }
        if (beside == null) {
            beside = VisibleDates.near(classMarks, headline, hint, this::isBelievable, LocalDay.NEAR);
        }
        return beside;
    }

    private VisibleDates visible() {
        if (visible == null) {
            VisibleDates read = VisibleDates.of(classMarks, headline, hint, this::isBelievable);
            boolean swapped = hint.dayFirst() ? read.isMonthFirst() : read.isDayFirst();
            DateHint order = new DateHint(hint.language(), !hint.dayFirst());
            visible = swapped ? VisibleDates.of(classMarks, headline, order, this::isBelievable) : read;
        }
        return visible;
    }

    private @Nullable WrittenDate meta(String list) {
        for (String name : Objects.requireNonNull(META.get(list))) {
            WrittenDate date = first(meta.first(name));
            if (date != null) {
                return date;
            }
        }
        return null;
    }

    private @Nullable WrittenDate first(@Nullable String text) {
        return text == null
                ? null
                : DateReader.readUnix(text)
                        .or(() -> DateReader.read(text, hint))
                        .filter(this::isBelievable)
                        .orElse(null);
    }

    private @Nullable WrittenDate day(Optional<LocalDate> day) {
        return day.map(date -> new WrittenDate(date, null, null))
                .filter(this::isBelievable)
                .orElse(null);
    }

    private boolean isBelievable(WrittenDate date) {
        return BelievableDates.isBelievable(date.earliest(), date.isInstant(), fetched);
    }

    private static Map<String, String[]> metaNames() {
        Map<String, String[]> names = new HashMap<>();
        for (String line : ResourceLines.of(PageDates.class, "date-metas.txt")) {
            int end = line.indexOf(": ");
            names.put(line.substring(0, end), line.substring(end + 2).split(" "));
        }
        return Map.copyOf(names);
    }
}
