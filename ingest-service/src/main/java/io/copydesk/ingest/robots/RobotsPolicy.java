package io.copydesk.ingest.robots;

import io.copydesk.ingest.link.UrlKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one robots.txt asks of one crawler (RFC 9309). Immutable, safe for any thread.
 *
 * <pre>{@code
 * RobotsPolicy.parse(bytes, "Copydesk").allows("https://harbour.example/drafts/1");
 * }</pre>
 */
public final class RobotsPolicy {

    /** What is read of a longer file; RFC 9309 §2.5 asks for no less. */
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
     * Reads a robots.txt. Any bytes are allowed in: lines that mean nothing ask for nothing.
     *
     * @param agent the crawler's product token, {@code Copydesk}; of a whole User-Agent value, what is before the slash
     */
    public static RobotsPolicy parse(byte[] bytes, String agent) {
        RobotsReader reader = new RobotsReader(agent);
        RobotsLine.forEach(bytes, MAX_BYTES, reader::accept);
        return new RobotsPolicy(reader.rules(), reader.sitemaps());
    }

    /**
     * Reads the robots.txt found at {@code robotsUrl}: relative sitemaps are resolved against it, and those that are no
     * web address left out.
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

    /** True when the crawler may fetch this URL. A URL that is none is not allowed; robots.txt itself always is. */
    public boolean allows(String url) {
        Optional<String> path = RobotsPath.of(url);
        return path.isPresent() && (path.get().equals("/robots.txt") || rules.allows(path.get()));
    }

    /** The pause that the site asks for between two requests; not in the RFC, but widely used. */
    public Optional<Duration> crawlDelay() {
        return Optional.ofNullable(rules.delay());
    }

    /** The sitemaps that the file names, in its order; as it spells them unless it was read with its address. */
    public List<String> sitemaps() {
        return sitemaps;
    }
}
