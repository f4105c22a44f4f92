package io.copydesk.ingest.robots;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import io.copydesk.ingest.link.UrlKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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

    private final BaseRobotRules rules;

    private RobotsPolicy(BaseRobotRules rules) {
        this.rules = rules;
    }

    /**
     * Reads a robots.txt. Any bytes are allowed in: lines that mean nothing ask for nothing.
     *
     * @param agent the crawler's product token, {@code Copydesk}; of a whole User-Agent value the first token is taken
     */
    public static RobotsPolicy parse(byte[] bytes, String agent) {
        byte[] read = bytes.length > MAX_BYTES ? Arrays.copyOf(bytes, MAX_BYTES) : bytes;
        // No limit on the delay: the parser would turn a long one into "nothing is allowed". No logging of strange
        // lines.
        SimpleRobotRulesParser parser = new SimpleRobotRulesParser(Long.MAX_VALUE, 0);
        return new RobotsPolicy(
                parser.parseContent("https://localhost/robots.txt", read, "text/plain", List.of(productToken(agent))));
    }

    /** True when the crawler may fetch this URL. A URL that is none is not allowed. */
    public boolean allows(String url) {
        return UrlKey.of(url) instanceof UrlKey.Key key && rules.isAllowed(key.url());
    }

    /** The pause that the site asks for between two requests; not in the RFC, but widely used. */
    public Optional<Duration> crawlDelay() {
        long millis = rules.getCrawlDelay();
        return millis <= 0 ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
    }

    /** The sitemaps that the file names, as it spells them, in its order. */
    public List<String> sitemaps() {
        return List.copyOf(rules.getSitemaps());
    }

    private static String productToken(String agent) {
        String token = agent.strip().split("[/\\s]", 2)[0];
        return token.toLowerCase(Locale.ROOT);
    }
}
