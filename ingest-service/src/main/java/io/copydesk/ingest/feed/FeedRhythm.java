package io.copydesk.ingest.feed;

import io.copydesk.ingest.feed.FeedDocument.Hints;
import io.copydesk.ingest.xml.XmlElement;
import io.copydesk.schemas.LowerCase;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads polling hints: {@code ttl}, {@code skipHours} and {@code skipDays} of RSS, and the syndication module {@code sy:}. */
final class FeedRhythm {

    private static final int MINUTES_OF_YEAR = 366 * 24 * 60;
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private FeedRhythm() {}

    static Hints hints(Fields feed, @Nullable String siteLink, @Nullable String selfLink, @Nullable String hubLink) {
        return new Hints(
                ttl(feed),
                hours(feed.child("skiphours")),
                days(feed.child("skipdays")),
                updateInterval(feed),
                siteLink,
                selfLink,
                hubLink);
    }

    private static @Nullable Duration ttl(Fields feed) {
        int minutes = number(feed.text("ttl"));
        return minutes > 0 && minutes <= MINUTES_OF_YEAR ? Duration.ofMinutes(minutes) : null;
    }

    private static Set<Integer> hours(@Nullable XmlElement parent) {
        Set<Integer> hours = new TreeSet<>();
        for (XmlElement child : parent == null ? List.<XmlElement>of() : parent.children()) {
            int hour = number(FeedText.line(child.text()));
            if (hour >= 0 && hour <= 24) {
                hours.add(hour % 24); // RSS 0.91 numbers them 1 to 24
            }
        }
        return hours;
    }

    private static Set<DayOfWeek> days(@Nullable XmlElement parent) {
        Set<DayOfWeek> days = new TreeSet<>();
        for (XmlElement child : parent == null ? List.<XmlElement>of() : parent.children()) {
            String name = LowerCase.of(child.text().strip());
            int day = name.length() < 3 ? -1 : DAYS.indexOf(name.substring(0, 3));
            if (day >= 0) {
                days.add(DayOfWeek.of(day + 1));
            }
        }
        return days;
    }

    private static @Nullable Duration updateInterval(Fields feed) {
        String period = feed.text("sy:updateperiod");
        int frequency = number(feed.text("sy:updatefrequency"));
        if (period == null && frequency <= 0) {
            return null;
        }
        Duration whole = switch (period == null ? "daily" : LowerCase.of(period)) {
            case "hourly" -> Duration.ofHours(1);
            case "daily" -> Duration.ofDays(1);
            case "weekly" -> Duration.ofDays(7);
            case "monthly" -> Duration.ofDays(30);
            case "yearly" -> Duration.ofDays(365);
            default -> null;
        };
        return whole == null ? null : whole.dividedBy(Math.max(1, frequency));
    }

    /** The non-negative number at the start, -1 when there is none. */
    private static int number(@Nullable String text) {
        if (text == null) {
            return -1;
        }
        int end = 0;
        while (end < text.length() && end < 9 && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        boolean whole = end > 0 && (end == text.length() || text.charAt(end) == '.' || text.charAt(end) == ' ');
        return whole ? Integer.parseInt(text.substring(0, end)) : -1;
    }
}
