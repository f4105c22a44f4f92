package io.copydesk.ingest.robots;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the answer to a request for a robots.txt means for the site (RFC 9309 §2.3.1). Pure, safe for any thread. */
public sealed interface RobotsAnswer {

    /** How many redirects of a robots.txt are followed in a row (RFC 9309 §2.3.1.2). */
    int MAX_REDIRECTS = 5;

    /** A file: its rules hold (§2.3.1.1). */
    record Document(byte[] body) implements RobotsAnswer {
        @Override
        public <T extends @Nullable Object> T fold(
                Function<byte[], T> document, Supplier<T> absent, Function<String, T> unreachable) {
            return document.apply(body);
        }
    }

    /** The site has none: everything is allowed (§2.3.1.3). */
    record Absent() implements RobotsAnswer {
        @Override
        public <T extends @Nullable Object> T fold(
                Function<byte[], T> document, Supplier<T> absent, Function<String, T> unreachable) {
            return absent.get();
        }
    }

    /**
     * Whether the site has one cannot be found out now: nothing is allowed (§2.3.1.4).
     *
     * @param detail why, in a few words
     */
    record Unreachable(String detail) implements RobotsAnswer {
        @Override
        public <T extends @Nullable Object> T fold(
                Function<byte[], T> document, Supplier<T> absent, Function<String, T> unreachable) {
            return unreachable.apply(detail);
        }
    }

    /** One case for each kind of answer. */
    <T extends @Nullable Object> T fold(
            Function<byte[], T> document, Supplier<T> absent, Function<String, T> unreachable);

    /** A 2xx response with this decoded body. */
    static RobotsAnswer ofDocument(byte[] body) {
        return new Document(body);
    }

    /**
     * A response with a status that is neither success nor a redirect: 4xx says that there is no robots.txt, apart from 429,
     * which like 5xx says that the server cannot answer now.
     */
    static RobotsAnswer ofStatus(int status) {
        boolean absent = status >= 400 && status < 500 && status != 429;
        return absent ? new Absent() : new Unreachable("HTTP " + status);
    }

    /** More than {@link #MAX_REDIRECTS} redirects: counts as absent. */
    static RobotsAnswer ofTooManyRedirects() {
        return new Absent();
    }

    /**
     * No usable response.
     *
     * @param detail why, in a few words
     */
    static RobotsAnswer ofFailure(String detail) {
        return new Unreachable(detail);
    }

    /**
     * What the answer allows one crawler.
     *
     * @param robotsUrl where the file was asked for; relative sitemaps are resolved against it
     */
    default RobotsPolicy policy(String productToken, String robotsUrl) {
        return fold(
                body -> RobotsPolicy.parse(body, productToken, robotsUrl),
                RobotsPolicy::allowingAll,
                detail -> RobotsPolicy.allowingNothing());
    }
}
