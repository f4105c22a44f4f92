package io.copydesk.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code feeds discover} against a site on loopback, by the site's own log of requests. */
class FeedsDiscoverCommandTest {

    private static final String HOME =
            "<html><head><link rel=alternate type=application/rss+xml href=/news.rss></head><body>Quay News</body></html>";
    private static final String FEED = "<rss version='2.0'><channel><title>Quay News</title>"
            + "<item><title>The ferry sails again</title><link>/ferry</link></item></channel></rss>";

    /** Stands for a connection that is closed without a response. */
    private static final int DROPPED = 0;

    /** @param body of a redirect its location */
    private record Answer(int status, String body) {}

    private final Map<String, Answer> answers = new ConcurrentHashMap<>(Map.of(
            "/", new Answer(200, HOME),
            "/news.rss", new Answer(200, FEED)));
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private final List<String> agents = new CopyOnWriteArrayList<>();
    private HttpServer site;

    @BeforeEach
    void start() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        site.createContext("/", this::answer);
        site.start();
    }

    @AfterEach
    void stop() {
        site.stop(0);
    }

    @Test
    void findsTheFeedThatTheHomePageNames() {
        CommandLineRun run = discover("Copydesk/0.1");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.lines())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains("\"url\":\"" + home() + "news.rss\"")
                        .contains("\"title\":\"Quay News\"")
                        .contains("\"items\":1")
                        .contains("\"found\":\"link\""));
        assertThat(paths).startsWith("/robots.txt", "/", "/news.rss");
    }

    @Test
    void robotsTxtIsJudgedForTheProductThatIsSent() {
        answers.put("/robots.txt", new Answer(200, "User-agent: AcmeBot\nDisallow: /\n"));

        CommandLineRun acme = discover("AcmeBot/1.0");

        assertThat(acme.exitCode()).isEqualTo(1);
        assertThat(acme.err()).contains("robots.txt does not allow " + home());
        assertThat(paths).containsExactly("/robots.txt");
        assertThat(agents).containsOnly("AcmeBot/1.0");
        assertThat(discover("Copydesk/0.1").exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void nothingElseIsRequestedWhileRobotsTxtIsUnreachable(int status) {
        answers.put("/robots.txt", new Answer(status, ""));

        CommandLineRun run = discover("Copydesk/0.1");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("no feed was found at " + home() + ": " + home() + "robots.txt is unreachable (HTTP " + status
                        + "), so nothing else there is requested");
        assertThat(paths).containsExactly("/robots.txt");
    }

    @Test
    void nothingElseIsRequestedWhenRobotsTxtGetsNoResponse() {
        answers.put("/robots.txt", new Answer(DROPPED, ""));

        CommandLineRun run = discover("Copydesk/0.1");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains(home() + "robots.txt is unreachable (");
        assertThat(paths).isNotEmpty().containsOnly("/robots.txt");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 410})
    void aSiteWithoutRobotsTxtAllowsEverything(int status) {
        answers.put("/robots.txt", new Answer(status, ""));

        assertThat(discover("Copydesk/0.1").exitCode()).isZero();
    }

    @Test
    void aRobotsTxtThatKeepsRedirectingCountsAsAbsentAfterFiveRedirects() {
        answers.put("/robots.txt", new Answer(302, "/robots.txt"));

        assertThat(discover("Copydesk/0.1").exitCode()).isZero();
        assertThat(paths).filteredOn("/robots.txt"::equals).hasSize(6);
    }

    @Test
    void theRulesHoldAtTheEndOfARedirectToo() {
        answers.put("/", new Answer(302, "/hidden"));
        answers.put("/robots.txt", new Answer(302, "/moved.txt"));
        answers.put("/moved.txt", new Answer(200, "User-agent: *\nDisallow: /hidden\n"));

        CommandLineRun run = discover("Copydesk/0.1");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("robots.txt does not allow " + home() + "hidden");
        assertThat(paths).containsExactly("/robots.txt", "/moved.txt", "/");
    }

    @Test
    void aSitemapThatRobotsTxtNamesIsFound() {
        answers.put("/robots.txt", new Answer(200, "Sitemap: /map.xml\n"));
        answers.put("/map.xml", new Answer(200, "<urlset><url><loc>http://127.0.0.1/a</loc></url></urlset>"));

        assertThat(discover("Copydesk/0.1").lines())
                .hasSize(2)
                .last()
                .asString()
                .contains("\"found\":\"robots\"");
    }

    private CommandLineRun discover(String product) {
        return CommandLineRun.of(
                "feeds",
                "discover",
                home(),
                "--set",
                "fetch.allow-loopback=true",
                "--set",
                "fetch.ports=" + site.getAddress().getPort(),
                "--set",
                "fetch.product=" + product,
                "--set",
                "frontier.host-delay=1ms");
    }

    private String home() {
        return "http://127.0.0.1:" + site.getAddress().getPort() + "/";
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            paths.add(path);
            agents.add(exchange.getRequestHeaders().getFirst("User-Agent"));
            Answer answer = answers.getOrDefault(path, new Answer(404, "No such page"));
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            if (answer.status() == DROPPED) {
                return;
            }
            if (answer.status() == 302) {
                exchange.getResponseHeaders().set("Location", answer.body());
            }
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
