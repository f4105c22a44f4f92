package io.copydesk.ingest.feed;

import java.time.DateTimeException;
import java.util.Optional;

/**
 * Dates as feeds write them: RFC 822 and its successors ({@code Tue, 3 Mar 2026 07:08:09 +0100}), ISO 8601 in full,
 * short or basic form, RFC 850, asctime, and what content systems make of these in many languages: month names, no
 * seconds, no zone, {@code 7:08 PM}, {@code 2026년 3월 3일}. Pure, never throws.
 *
 * <p>What is ambiguous is read as most feeds mean it: {@code 3/4/2026} is the 4th of March, {@code 3.4.2026} the 3rd of
 * April; zones of one letter are those of RFC 822 §5.1; two digits are a year from 1950 to 2049. The weekday is not
 * looked at.
 */
public final class FeedDate {

    private static final int MAX_LENGTH = 200;

    private FeedDate() {}

    /**
     * ISO 8601: a date-time with offset ({@code 2026-03-03T07:08:09+01:00}), or a date when no time is given; of a
     * month or a year the first day. A time without a known zone is taken as UTC. Empty when the text is {@code null}
     * or no date.
     */
    public static Optional<String> parse(String text) {
        if (text == null || text.length() > MAX_LENGTH && text.strip().length() > MAX_LENGTH || text.isBlank()) {
            return Optional.empty();
        }
        try {
            DateSpelling.Plain plain = DateSpelling.of(text);
            return new DateReading(DateLexer.tokens(plain.text()), plain).read();
        } catch (DateTimeException noSuchDate) {
            return Optional.empty();
        }
    }
}
