package io.copydesk.standalone.watching;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.copydesk.standalone.watching.OddWeb.Request;
import io.copydesk.standalone.watching.OddWeb.Response;
import io.copydesk.standalone.watching.OddWeb.Site;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Invented sites with vices that users reported, by host name. Pages below {@code /a/} are articles on each of them. */
final class OddSites {

    static final String UMLAUTS = "Ñandú — “cañón”";

    private static final String XML = "Content-Type: application/rss+xml; charset=utf-8";
    private static final String HTML = "Content-Type: text/html; charset=utf-8";
    private static final String[] WORDS =
            ("harbour council ferry budget orchard mayor bridge teachers strike river museum winter"
                            + " tender night market survey valley engine pilot clinic archive lantern island railway signal pension"
                            + " quarry forest bakery festival court appeal witness reservoir turbine ledger")
                    .split(" ");

    /** What all of a site's requests are answered with but those of articles; {@code null} for a 404. */
    private interface Feed {
        @Nullable
        Response answer(Request request, String path);
    }

    private final Map<String, Site> sites = new LinkedHashMap<>();

    private OddSites() {}

    static Map<String, Site> all() {
        OddSites odd = new OddSites();
        odd.validators();
        odd.redirects();
        odd.cookies();
        odd.codings();
        odd.documents();
        odd.times();
        odd.sitemaps();
        odd.links();
        return odd.sites;
    }

    private void site(String host, Feed feed) {
        sites.put(host + ".example", request -> {
            Response answer = feed.answer(request, request.path());
            if (answer != null) {
                return answer;
            }
            return request.path().startsWith("/a/")
                    ? Response.of(200, HTML).with(article(request.base() + request.path()))
                    : Response.of(404);
        });
    }

    /** The same at {@code /feed} for each request of it. */
    private void feed(String host, Feed feed) {
        site(host, (request, path) -> path.equals("/feed") ? feed.answer(request, path) : null);
    }

    private void validators() {
        feed("alternating", (request, path) -> rss(items(request, request.nth() % 2 * 10, 4)));
        feed("weak", (request, path) -> tagged(request, "W/\"abc-5\""));
        feed("unquoted", (request, path) -> tagged(request, "abc-6"));
        feed(
                "moving",
                (request, path) -> tagged(
                        request, "\"v-" + request.nth() / 2 + "\"", "Last-Modified: Mon, 23 Nov 2026 08:00:00 GMT"));
        feed(
                "talkative",
                (request, path) -> request.headers().containsKey("if-none-match")
                        ? Response.of(304, "ETag: \"n\"").with("<html>not modified, says the page</html>")
                        : tagged(request, "\"n\""));
        feed("always304", (request, path) -> Response.of(304, "ETag: \"z\""));
    }

    private void redirects() {
        site(
                "walled",
                (request, path) -> path.startsWith("/login")
                        ? Response.of(200, HTML).with("<html><title>Log in</title><form>User Password</form></html>")
                        : !path.equals("/feed")
                                ? null
                                : request.nth() > 2
                                        ? Response.of(302, "Location: /login?next=/feed")
                                        : rss(items(request, 0, 2)));
        site(
                "members",
                (request, path) -> path.equals("/feed")
                        ? rss(items(request, 0, 6))
                        : path.startsWith("/a/")
                                ? Response.of(
                                        302,
                                        "Location: /login"
                                                + (path.endsWith("1") || path.endsWith("3") ? "?next=" + path : ""))
                                : path.startsWith("/login")
                                        ? Response.of(200, HTML).with(article("Log in to go on"))
                                        : null);
        site("chain", (request, path) -> switch (path) {
            case "/feed" -> Response.of(301, "Location: /feed2");
            case "/feed2" -> Response.of(308, "Location: " + request.base().replace("chain.", "chained.") + "/feed3");
            default -> null;
        });
        site("chained", (request, path) -> switch (path) {
            case "/feed3" -> Response.of(301, "Location: /rss.xml");
            case "/rss.xml" -> rss(items(request, 0, 2));
            default -> null;
        });
        site(
                "loop",
                (request, path) -> path.startsWith("/feed")
                        ? Response.of(301, "Location: " + (path.equals("/feed") ? "/feed-b" : "/feed"))
                        : null);
        feed(
                "gone-once",
                (request, path) -> request.nth() == 2 ? Response.of(410) : rss(items(request, request.nth(), 3)));
        feed(
                "missing-twice",
                (request, path) -> request.nth() == 2 || request.nth() == 3
                        ? Response.of(404)
                        : rss(items(request, request.nth(), 3)));
    }

    /** Each answers with a redirect until the cookie comes back that goes with it. */
    private void cookies() {
        site(
                "cookie-feed",
                (request, path) -> !path.equals("/feed")
                        ? null
                        : hasCookie(request)
                                ? rss(items(request, 0, 2))
                                : Response.of(302, "Location: /feed", "Set-Cookie: seen=1; Path=/; HttpOnly"));
        site(
                "cookie-page",
                (request, path) -> path.equals("/feed")
                        ? rss(items(request, 0, 2))
                        : path.startsWith("/a/") && !hasCookie(request)
                                ? Response.of(307, "Location: " + path, "Set-Cookie: seen=1")
                                : null);
        site(
                "cookie-check",
                (request, path) -> path.equals("/feed")
                        ? rss(items(request, 0, 2))
                        : path.startsWith("/check?back=")
                                ? Response.of(
                                        302, "Location: " + path.substring(path.indexOf('=') + 1), "Set-Cookie: seen=1")
                                : path.startsWith("/a/") && !hasCookie(request)
                                        ? Response.of(302, "Location: /check?back=" + path)
                                        : null);
    }

    private static boolean hasCookie(Request request) {
        return "seen=1".equals(request.headers().get("cookie"));
    }

    private void codings() {
        feed(
                "says-gzip",
                (request, path) -> Response.of(200, XML, "Content-Encoding: gzip")
                        .with(rss(items(request, 0, 1)).body()));
        feed(
                "is-gzip",
                (request, path) -> Response.of(200, XML)
                        .with(gzip(rss(items(request, 0, 1)).body())));
        feed(
                "twice-gzip",
                (request, path) -> Response.of(200, XML, "Content-Encoding: gzip")
                        .with(gzip(gzip(rss(items(request, 0, 1)).body()))));
        feed(
                "says-latin",
                (request, path) -> Response.of(200, "Content-Type: application/rss+xml; charset=iso-8859-1")
                        .with(rss(item(request, "/a/1", UMLAUTS, "")).body()));
        feed(
                "says-utf16",
                (request, path) -> Response.of(200, "Content-Type: text/xml")
                        .with("<?xml version=\"1.0\" encoding=\"utf-16\"?>\n"
                                + new String(
                                        rss(item(request, "/a/1", UMLAUTS, "")).body(), UTF_8)));
    }

    private void documents() {
        feed(
                "front",
                (request, path) -> Response.of(200, HTML)
                        .with("<html><head><title>Front</title></head><body>Hello</body></html>"));
        site(
                "based",
                (request, path) -> path.equals("/feeds/all.atom")
                        ? Response.of(200, "Content-Type: application/atom+xml")
                                .with("""
                        <feed xmlns="http://www.w3.org/2005/Atom" xml:base="/a/"><title>Based</title><id>t:1</id>
                        <entry><id>t:a</id><title>One</title><link href="one.html"/></entry>
                        <entry xml:base="deep/"><id>t:b</id><title>Two</title><link href="two.html"/></entry>
                        <entry><id>t:c</id><title>Three</title><link rel="alternate" href="%s/a/three.html"/></entry></feed>
                        """.formatted(request.base().substring(5)))
                        : null);
        feed(
                "one-guid",
                (request, path) -> rss(IntStream.range(0, 10)
                        .mapToObj(i -> item(
                                request,
                                "/a/" + i,
                                "Own story " + i,
                                "<guid isPermaLink=\"false\">http://press.invalid/</guid>"))
                        .collect(Collectors.joining())));
        feed("troubled", (request, path) -> switch (request.nth()) {
            case 2 ->
                Response.of(200, HTML).with("<html><body>Database connection could not be established</body></html>");
            case 3 -> Response.of(200, XML);
            case 4 -> rss("");
            default -> rss(items(request, 0, 6) + "<!-- " + request.nth() + " -->");
        });
        site("one-story", (request, path) -> switch (path) {
            case "/f1" -> rss(item(request, "/a/same?utm_source=rss&amp;utm_medium=a", "Same story", ""));
            case "/f2" -> rss(item(request, "/a/same/?utm_source=b&amp;fbclid=1", "Same story", ""));
            case "/f3" -> rss(item(request, "/a/same/amp#top", "Same story", ""));
            default -> null;
        });
    }

    private void times() {
        feed(
                "future",
                (request, path) ->
                        rss(item(request, "/a/f1", "From 2099", "<pubDate>Wed, 01 Jul 2099 10:00:00 GMT</pubDate>")
                                + item(request, "/a/f2", "In three hours", date(Duration.ofHours(3)))
                                + item(request, "/a/f3", "Epoch", "<pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate>")));
        site(
                "slow",
                (request, path) -> path.equals("/robots.txt")
                        ? Response.of(200, "Content-Type: text/plain").with("User-agent: *\nCrawl-delay: 86400\n")
                        : path.equals("/feed") ? rss(items(request, 0, 3)) : null);
        site("ruled", (request, path) -> switch (path) {
            case "/robots.txt" -> Response.of(301, "Location: /rules.txt");
            case "/rules.txt" -> Response.of(200, "Content-Type: text/plain").with("User-agent: *\nDisallow: /a/1\n");
            case "/feed" -> rss(items(request, 0, 2));
            default -> null;
        });
        String[] retries = {
            "Sat, 06 Jan 2001 00:00:00 GMT",
            "-60",
            "99999999999999999999",
            "soon",
            "0",
            "1.5",
            "Thu, 31 Dec 2099 23:59:59 GMT"
        };
        for (int i = 0; i < retries.length; i++) {
            String retry = "Retry-After: " + retries[i];
            feed("busy" + i, (request, path) -> Response.of(503, retry));
        }
        for (int days : new int[] {2, -2}) {
            feed(days > 0 ? "ahead" : "behind", (request, path) -> {
                Duration skew = Duration.ofDays(days);
                Response plain = rss(items(request, 0, 4));
                return Response.of(200, XML, "Date: " + at(skew), "Expires: " + at(skew.plusSeconds(5)))
                        .with(plain.body());
            });
        }
    }

    private void sitemaps() {
        String open = "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>";
        site(
                "zipped",
                (request, path) -> path.equals("/sitemap.xml.gz")
                        ? Response.of(200, "Content-Type: application/octet-stream")
                                .with(gzip((open + request.base() + "/a/gz</loc></url></urlset>").getBytes(UTF_8)))
                        : null);
        site("index", (request, path) -> switch (path) {
            case "/index.xml" ->
                Response.of(200, "Content-Type: text/xml")
                        .with("<sitemapindex><sitemap><loc>" + request.base() + "/one.xml</loc></sitemap><sitemap><loc>"
                                + request.base() + "/two.xml</loc></sitemap></sitemapindex>");
            case "/one.xml", "/two.xml" ->
                Response.of(200, "Content-Type: text/xml")
                        .with(open + request.base() + "/a" + path + "</loc></url></urlset>");
            default -> null;
        });
    }

    private void links() {
        feed("proxied", (request, path) -> {
            String count = request.base().replace("proxied.", "counter.");
            String story = request.base() + "/a/";
            return rss("<item><title>Counted</title><link>" + count + "/~r/x/1</link><feedburner:origLink>" + story
                    + "orig</feedburner:origLink></item>"
                    + "<item><title>Alert</title><link>" + count + "/url?rct=j&amp;url=" + story
                    + "alert&amp;ct=ga</link></item>"
                    + "<item><title>Short</title><link>" + count + "/t/XyZ</link></item>");
        });
        site("counter", (request, path) -> {
            String story = request.base().replace("counter.", "proxied.") + "/a/";
            return path.startsWith("/url?")
                    ? Response.of(200, HTML)
                            .with("<html><head><meta http-equiv=\"refresh\" content=\"0;url=" + story
                                    + "alert\"></head></html>")
                    : path.startsWith("/t/") ? Response.of(301, "Location: " + story + "short?utm_source=tw") : null;
        });
        site("no-pages", (request, path) -> switch (path) {
            case "/feed" ->
                rss(item(request, "/doc.pdf", "Report", "")
                        + item(request, "/ep.mp3", "Audio", "")
                        + item(request, "/api.json", "Api", "")
                        + item(request, "/empty", "Empty", "")
                        + item(request, "/refresh", "Refresh", ""));
            case "/doc.pdf" -> Response.of(200, "Content-Type: application/pdf").with("%PDF-1.4\n1 0 obj<<>>endobj");
            case "/ep.mp3" ->
                Response.of(200, "Content-Type: audio/mpeg").with(new byte[] {'I', 'D', '3', 3, 0, 0, 0, 0, 0});
            case "/api.json" ->
                Response.of(200, "Content-Type: application/json").with("{\"a\":1}");
            case "/empty" -> Response.of(200, HTML);
            case "/refresh" ->
                Response.of(200, HTML)
                        .with(
                                "<html><head><meta http-equiv=\"refresh\" content=\"0; url=/a/real\"></head><body>Moved <a href=\"/a/real\">here</a></body></html>");
            default -> null;
        });
    }

    private static Response tagged(Request request, String tag, String... more) {
        if (tag.equals(request.headers().get("if-none-match"))) {
            return Response.of(304, "ETag: " + tag);
        }
        String modified = more.length == 0 ? "X-Odd: 1" : more[0];
        return Response.of(200, XML, "ETag: " + tag, modified)
                .with(rss(items(request, 0, 3) + "<!-- " + request.nth() + " -->")
                        .body());
    }

    private static Response rss(String items) {
        return Response.of(200, XML)
                .with(
                        "<rss version=\"2.0\" xmlns:feedburner=\"http://rssnamespace.org/feedburner/ext/1.0\"><channel><title>Invented feed</title>"
                                + "<link>http://x.invalid/</link>" + items + "</channel></rss>");
    }

    private static String items(Request request, int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> item(request, "/a/" + i, "Story " + i, ""))
                .collect(Collectors.joining());
    }

    private static String item(Request request, String path, String title, String more) {
        return "<item><title>" + title + "</title><link>" + request.base() + path + "</link>" + more + "</item>";
    }

    private static String date(Duration fromNow) {
        return "<pubDate>" + at(fromNow) + "</pubDate>";
    }

    private static String at(Duration fromNow) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.now().plus(fromNow).atZone(ZoneOffset.UTC));
    }

    private static String article(String title) {
        SplittableRandom random = new SplittableRandom(title.hashCode());
        StringBuilder page = new StringBuilder("<!doctype html><html lang=\"en\"><head><title>Report of " + title
                + "</title></head><body><article><h1>Report of " + title + "</h1>");
        for (int paragraph = 0; paragraph < 4; paragraph++) {
            page.append("<p>");
            for (int sentence = 0; sentence < 4; sentence++) {
                page.append("The ")
                        .append(words(random, 3))
                        .append(" said on Monday that the ")
                        .append(words(random, 9))
                        .append(". ");
            }
            page.append("</p>");
        }
        return page.append("</article></body></html>").toString();
    }

    private static String words(SplittableRandom random, int count) {
        return random.ints(count, 0, WORDS.length).mapToObj(i -> WORDS[i]).collect(Collectors.joining(" "));
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
