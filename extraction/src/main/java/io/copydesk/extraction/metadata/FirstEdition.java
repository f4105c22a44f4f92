package io.copydesk.extraction.metadata;

import io.copydesk.extraction.date.WrittenDate;
import io.copydesk.extraction.metadata.VisibleDates.Mark;
import io.copydesk.extraction.metadata.VisibleDates.Seen;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The day that an article first appeared, where the page declares that of a later edition: an article that was migrated or saved again has a new
 * date in its data, while its address and its dateline keep the old one.
 */
final class FirstEdition {

    /** Days between two dates that no time zone explains. */
    private static final int APART = 2;

    /** Characters from the top of a headline, over a standfirst, to the dateline. */
    static final int REACH = 500;

    private FirstEdition() {}

    /**
     * {@code declared}, unless the address or the dateline names an earlier day, or the page prints that of {@code second} and not this one.
     *
     * @param second the date of another source that means publication, or {@code null}
     * @param path the day that the URL names, or {@code null}
     * @param dates the dates below the headline, read only when they can matter
     * @param page the dates of the whole page, likewise
     */
    static WrittenDate of(
            WrittenDate declared,
            @Nullable WrittenDate second,
            @Nullable LocalDate path,
            Supplier<VisibleDates> dates,
            Supplier<VisibleDates> page) {
        long day = declared.date().toEpochDay();
        if (path != null && Math.abs(path.toEpochDay() - day) < APART) {
            return declared;
        }
        if (path != null && path.toEpochDay() < day) {
            return new WrittenDate(path, null, null);
        }
        if (second != null
                && !second.date().equals(declared.date())
                && isPrinted(second.date(), 1, page.get())
                && !isPrinted(declared.date(), 1, page.get())) {
            return second;
        }
        Seen line = dateline(dates.get());
        if (line == null || line.date().date().toEpochDay() + APART > day) {
            return declared;
        }
        return isPrinted(declared.date(), APART, page.get()) ? declared : line.date();
    }

    /** Whether the page prints a day less than {@code apart} days from {@code day}: then any other belongs to something else. */
    private static boolean isPrinted(LocalDate day, int apart, VisibleDates page) {
        return page.all().stream()
                .anyMatch(seen -> !seen.aside()
                        && !seen.changed()
                        && Math.abs(seen.date().date().toEpochDay() - day.toEpochDay()) < apart);
    }

    /** The first date below the headline that is marked, labelled or alone in its line. */
    private static @Nullable Seen dateline(VisibleDates visible) {
        return visible.all().stream()
                .filter(seen -> !seen.aside() && visible.isBelow(seen) && visible.distance(seen) < REACH)
                .min(Comparator.comparingInt(visible::distance))
                .filter(seen -> !seen.changed() && (seen.mark() != Mark.LINE || seen.labelled() || seen.alone()))
                .orElse(null);
    }
}
