package io.copydesk.ingest.fetch;

import io.copydesk.ingest.fetch.backend.BackendLimits;
import io.copydesk.kit.config.DataSize;
import io.copydesk.schemas.ProductVersion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Limits of fetching, and how the fetcher identifies itself.
 *
 * @param product the start of the {@code User-Agent} field; begins with the name that robots.txt is judged for
 * @param contact where a site's operator can reach the operator of the fetcher: a URL or an e-mail address
 * @param deadline for one exchange from its start, look-up, handshake and body included
 * @param connectTimeout for one address of a host, and again for its handshake
 * @param maxPage the largest page, before and after content decoding
 * @param maxFeed the largest feed, likewise
 * @param maxSitemap the largest sitemap, likewise
 * @param maxRobots how much of a robots.txt is read; the rest is ignored
 * @param ports the ports that may be connected to
 * @param allowLoopback whether loopback addresses may be connected to: for tests and demonstrations
 * @param maxConnections open connections; more exchanges wait within their deadline
 * @param resolverThreads how many host names are looked up at once
 */
public record FetchSettings(
        String product,
        Optional<String> contact,
        Duration deadline,
        Duration connectTimeout,
        DataSize maxPage,
        DataSize maxFeed,
        DataSize maxSitemap,
        DataSize maxRobots,
        List<Integer> ports,
        boolean allowLoopback,
        int maxConnections,
        int resolverThreads) {

    /** Only the status of a hub's answer matters. */
    private static final DataSize MAX_HUB_ANSWER = DataSize.ofKibibytes(64);

    private static final DataSize LARGEST = DataSize.ofMebibytes(256);

    /** {@code Mozilla/5.0 (compatible; ExampleBot/0.1; …)}, as in the example of RFC 9309 §2.2.1. */
    private static final Pattern COMPATIBLE =
            Pattern.compile("\\(compatible; *([^\\s/;()]+)", Pattern.CASE_INSENSITIVE);

    private static final Pattern LEADING = Pattern.compile("\\s*([^\\s/;()]+)");

    public FetchSettings {
        ports = List.copyOf(ports);
        require(fieldText(product) && !product.isBlank(), "product must be printable ASCII");
        require(LEADING.matcher(product).lookingAt(), "product must begin with a name");
        require(contact.map(FetchSettings::fieldText).orElse(true), "contact must be printable ASCII");
        require(deadline.toMillis() >= 1, "deadline must be at least 1ms");
        require(connectTimeout.toMillis() >= 1, "connect-timeout must be at least 1ms");
        require(inRange(maxPage), "max-page must be from 1B to 256MiB");
        require(inRange(maxFeed), "max-feed must be from 1B to 256MiB");
        require(inRange(maxSitemap), "max-sitemap must be from 1B to 256MiB");
        // RFC 9309 §2.5: at least 500 kibibytes are to be parsed.
        require(
                inRange(maxRobots) && maxRobots.compareTo(DataSize.ofKibibytes(500)) >= 0,
                "max-robots must be from 500KiB to 256MiB");
        require(
                !ports.isEmpty() && ports.stream().allMatch(port -> port >= 1 && port <= 65_535),
                "ports must name at least one port from 1 to 65535");
        require(maxConnections >= 1, "max-connections must be at least 1");
        require(resolverThreads >= 1, "resolver-threads must be at least 1");
    }

    /** 30 s for all, 5 MiB a page, 20 MiB a feed or sitemap, 500 KiB of robots.txt, ports 80 and 443. */
    public static FetchSettings defaults() {
        return new FetchSettings(
                "Copydesk/" + ProductVersion.current().majorMinor(),
                Optional.empty(),
                Duration.ofSeconds(30),
                Duration.ofSeconds(10),
                DataSize.ofMebibytes(5),
                DataSize.ofMebibytes(20),
                DataSize.ofMebibytes(20),
                DataSize.ofKibibytes(500),
                List.of(80, 443),
                false,
                1024,
                64);
    }

    /** A copy with loopback and only the given ports allowed: for demonstrations and tests. */
    public FetchSettings onLoopback(List<Integer> loopbackPorts) {
        return new FetchSettings(
                product,
                contact,
                deadline,
                connectTimeout,
                maxPage,
                maxFeed,
                maxSitemap,
                maxRobots,
                loopbackPorts,
                true,
                maxConnections,
                resolverThreads);
    }

    /** The {@code User-Agent} field: {@code Copydesk/0.1 (+https://desk.example/bot)}. */
    public String userAgent() {
        return contact.map(where -> product + " (+" + where + ")").orElse(product);
    }

    /**
     * The name that robots.txt files address this crawler by: {@code Copydesk} of {@code Copydesk/0.1}. RFC 9309 §2.2.1 asks
     * that it be part of the {@code User-Agent} field that is sent.
     */
    public String productToken() {
        Matcher compatible = COMPATIBLE.matcher(product);
        if (compatible.find()) {
            return compatible.group(1);
        }
        Matcher leading = LEADING.matcher(product);
        return leading.lookingAt() ? leading.group(1) : product;
    }

    BackendLimits backendLimits() {
        return new BackendLimits(connectTimeout, deadline, maxConnections);
    }

    /** The most bytes of a document of this kind. */
    int limit(Fetch.Kind kind) {
        DataSize size = switch (kind) {
            case PAGE -> maxPage;
            case FEED -> maxFeed;
            case SITEMAP -> maxSitemap;
            case ROBOTS -> maxRobots;
            case HUB -> MAX_HUB_ANSWER;
        };
        return (int) size.bytes();
    }

    private static boolean inRange(DataSize size) {
        return size.bytes() >= 1 && size.compareTo(LARGEST) <= 0;
    }

    private static boolean fieldText(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
