package io.copydesk.ingest.robots;

import io.copydesk.extraction.charset.TextDecoder;
import io.copydesk.ingest.link.UrlKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rules of one robots.txt for one crawler (RFC 9309). Immutable, safe for any thread.
 *
 * <pre>{@code
 * RobotsPolicy.parse(bytes, "Copydesk").allows("https://harbour.example/drafts/1");
 * }</pre>
 */
public final class RobotsPolicy {

    /** How many bytes of a file are parsed; RFC 9309 §2.5 requires at least that. */
    public static final int MAX_BYTES = 500 * 1024;

    private final RobotsRules rules;
    private final List<String> sitemaps;

    private RobotsPolicy(RobotsRules rules, List<String> sitemaps) {
        this.rules = rules;
        this.sitemaps = List.copyOf(sitemaps);
    }

    /** The policy of a site without a robots.txt. */
    public static RobotsPolicy allowingAll() {
        return new RobotsPolicy(new RobotsRules(), List.of());
    }

    /** The policy while a site's robots.txt is unreachable: nothing but robots.txt itself. */
    public static RobotsPolicy allowingNothing() {
        RobotsRules rules = new RobotsRules();
        rules.add(RobotsPattern.of("/"), false);
        return new RobotsPolicy(rules, List.of());
    }

    /**
     * Parses a robots.txt. Accepts any bytes; lines without meaning are ignored, and UTF-16 is read as what it says.
     *
     * @param agent the crawler's product token, {@code Copydesk}; of a value with a version only the part before the slash counts
     */
    public static RobotsPolicy parse(byte[] bytes, String agent) {
        RobotsReader reader = new RobotsReader(agent);
        byte[] text =
                TextDecoder.isWide(bytes) ? TextDecoder.decode(bytes, null).getBytes(StandardCharsets.UTF_8) : bytes;
        RobotsLine.forEach(text, MAX_BYTES, reader::accept);
        return new RobotsPolicy(reader.rules(), reader.sitemaps());
    }

    /**
     * Parses the robots.txt of {@code robotsUrl}: relative sitemaps are resolved against it, sitemaps that are no web address
     * left out.
     */
    public static RobotsPolicy parse(byte[] bytes, String agent, String robotsUrl) {
        RobotsPolicy policy = parse(bytes, agent);
        List<String> absolute = policy.sitemaps.stream()
                .filter(sitemap -> !sitemap.isBlank())
                .flatMap(sitemap ->
                        UrlKey.resolve(robotsUrl, sitemap).fold(key -> Stream.of(key.url()), reason -> Stream.empty()))
                .toList();
        return new RobotsPolicy(policy.rules, absolute);
    }

    /** Whether the crawler may fetch this URL. Other text than a URL is not allowed; robots.txt itself always is. */
    public boolean allows(String url) {
        Optional<String> path = RobotsPath.of(url);
        return path.isPresent() && (path.get().equals("/robots.txt") || rules.allows(path.get()));
    }

    /** The pause between two requests by {@code Crawl-delay}, which is not in the RFC but widely used. */
    public Optional<Duration> crawlDelay() {
        return Optional.ofNullable(rules.delay());
    }

    /** The sitemaps that the file names, in its order; relative ones as written unless it was parsed with its URL. */
    public List<String> sitemaps() {
        return sitemaps;
    }
}
