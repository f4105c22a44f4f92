package io.copydesk.console.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copydesk.console.change.Changes;
import io.copydesk.console.index.Indexes;
import io.copydesk.console.live.Rates;
import io.copydesk.console.live.Viewers;
import io.copydesk.console.live.WaitingRecords;
import io.copydesk.console.topic.TopicTail;
import io.copydesk.ingest.opml.Opml;
import io.copydesk.kit.failure.FailureText;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.ProductVersion;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.net.BindException;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the pages and their JSON over HTTP. Safe for use by several threads. */
public final class WebServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

    /** Every address that a page of the console has; its script reads the rest. */
    private static final List<String> PAGES = List.of(
            "/",
            "/articles",
            "/article",
            "/stories",
            "/story",
            "/feeds",
            "/feed",
            "/dead-letters",
            "/dead-letter",
            "/duplicates",
            "/alerts",
            "/alert-rules");

    private final Javalin server;
    private final EventsApi events;

    /**
     * What the pages are made from.
     *
     * @param prefix of the topics
     */
    public record Sources(
            String prefix,
            Indexes indexes,
            TopicTail tail,
            Rates rates,
            WaitingRecords waiting,
            Viewers viewers,
            Changes changes) {}

    /**
     * How it is reached.
     *
     * @param token what a reader has to know; empty for none
     * @param loopback whether only this machine can connect
     * @param allowChanges whether feeds, rules and dead letters may be changed
     */
    public record Reach(String host, int port, String token, boolean loopback, boolean allowChanges) {}

    private WebServer(Javalin server, EventsApi events) {
        this.server = server;
        this.events = events;
    }

    /**
     * Serves from now on.
     *
     * @throws IOException when the address is not free
     */
    public static WebServer start(Sources sources, Reach reach, Clock clock) throws IOException {
        NowApi now = new NowApi(
                sources.indexes(),
                sources.rates(),
                sources.waiting(),
                sources.viewers(),
                sources.tail()::caughtUp,
                sources.tail()::progress,
                clock);
        EventsApi events = new EventsApi(sources.viewers(), now);
        Javalin server = Javalin.create(config -> {
            limit(config);
            secure(config.routes, new Guard(reach.token(), reach.loopback(), reach.allowChanges()), new Assets());
            read(config.routes, sources, now, events, reach);
            change(config.routes, sources, clock);
        });
        try {
            server.start(reach.host(), reach.port());
            return new WebServer(server, events);
        } catch (RuntimeException e) {
            events.close();
            server.stop();
            if (e instanceof JavalinBindException
                    || FailureText.of(e).contains("bind")
                    || e.getCause() instanceof BindException) {
                throw new IOException(
                        "cannot serve the console on " + reach.host() + ":" + reach.port()
                                + ": the address is not free or not of this machine; name another with console.bind",
                        e);
            }
            throw e;
        }
    }

    private static void limit(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.maxRequestSize = Opml.MAX_BYTES;
    }

    private static void secure(RoutesConfig routes, Guard guard, Assets assets) {
        routes.before(Guard::addHeaders);
        routes.before(guard::check);
        routes.exception(
                HttpResponseException.class,
                (e, request) -> Replies.error(request, e.getStatus(), String.valueOf(e.getMessage())));
        routes.exception(
                IllegalArgumentException.class,
                (e, request) -> Replies.error(request, 400, String.valueOf(e.getMessage())));
        routes.exception(Exception.class, (e, request) -> {
            LOG.warn("{} {} failed", request.method(), request.path(), e);
            Replies.error(request, 500, FailureText.of(e));
        });
        PAGES.forEach(path -> routes.get(path, assets::page));
        routes.get("/login", assets::login);
        routes.get("/assets/{name}", assets::file);
        routes.post("/api/login", request -> logIn(request, guard));
    }

    private static void logIn(Context request, Guard guard) {
        if (guard.logIn(request, Requests.body(request).path("token").asText(""))) {
            Replies.json(request, Json.object().put("ok", true));
        } else {
            Replies.error(request, 401, "That is not the token.");
        }
    }

    private static void read(RoutesConfig routes, Sources sources, NowApi now, EventsApi events, Reach reach) {
        ArticlesApi articles = new ArticlesApi(sources.indexes());
        StoriesApi stories = new StoriesApi(sources.indexes());
        ObjectNode session = Json.object()
                .put("prefix", sources.prefix())
                .put("version", ProductVersion.current().text())
                .put("allowChanges", reach.allowChanges());
        routes.get("/api/session", request -> Replies.json(request, session));
        routes.get("/api/now", now::now);
        routes.sse("/api/events", events::open);
        routes.get("/api/articles", articles::find);
        routes.get("/api/articles/values", articles::values);
        routes.get("/api/article", articles::article);
        routes.get("/api/duplicates", articles::duplicates);
        routes.get("/api/alerts", new AlertsApi(sources.indexes().alerts())::find);
        routes.get("/api/stories", stories::find);
        routes.get("/api/story", stories::story);
    }

    private static void change(RoutesConfig routes, Sources sources, Clock clock) {
        FeedsApi feeds = new FeedsApi(sources.indexes(), sources.changes(), clock);
        DeadLettersApi letters = new DeadLettersApi(sources.indexes(), sources.changes());
        routes.get("/api/feeds", feeds::find);
        routes.get("/api/feed", feeds::feed);
        routes.get("/api/feeds.opml", feeds::exportOpml);
        routes.post("/api/feeds", feeds::add);
        routes.post("/api/feeds/remove", feeds::remove);
        routes.post("/api/feeds/refresh", feeds::refresh);
        routes.post("/api/feeds/opml", feeds::importOpml);
        AlertRulesApi rules = new AlertRulesApi(sources.indexes(), sources.changes());
        routes.get("/api/alert-rules", rules::all);
        routes.post("/api/alert-rules", rules::add);
        routes.post("/api/alert-rules/remove", rules::remove);
        routes.get("/api/dead-letters", letters::find);
        routes.get("/api/dead-letter", letters::letter);
        routes.post("/api/dead-letters/retry", letters::retry);
    }

    /** The port that is listened on. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        events.close();
        server.stop();
    }
}
