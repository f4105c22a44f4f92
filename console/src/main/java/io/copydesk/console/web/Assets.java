package io.copydesk.console.web;

import io.copydesk.schemas.Sha256;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** The files of the pages, held in memory from the start. Safe for use by several threads. */
final class Assets {

    private static final String FOLDER = "/io/copydesk/console/web/";

    private static final List<String> FILES = List.of(
            "alert-rules.js",
            "alerts.js",
            "app.js",
            "api.js",
            "articles.js",
            "article.js",
            "charts.js",
            "console.css",
            "dead-letters.js",
            "diff.js",
            "dom.js",
            "duplicates.js",
            "feeds.js",
            "format.js",
            "icon.svg",
            "live.js",
            "lists.js",
            "login.js",
            "now.js",
            "quotes.js",
            "stories.js");

    private record Asset(byte[] bytes, String type, String tag) {}

    private final Map<String, Asset> assets = new LinkedHashMap<>();
    private final byte[] page;
    private final byte[] login;

    Assets() {
        FILES.forEach(name -> assets.put(name, asset(name, read(FOLDER + name))));
        String plots = "/META-INF/resources/webjars/uplot/" + plotsVersion() + "/dist/";
        assets.put("uPlot.js", asset("uPlot.js", read(plots + "uPlot.esm.js")));
        assets.put("uPlot.css", asset("uPlot.css", read(plots + "uPlot.min.css")));
        page = read(FOLDER + "index.html");
        login = read(FOLDER + "login.html");
    }

    /** The names of the files. */
    Set<String> names() {
        return Set.copyOf(assets.keySet());
    }

    private static String plotsVersion() {
        try (InputStream in =
                Assets.class.getResourceAsStream("/META-INF/maven/org.webjars.npm/uplot/pom.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Asset asset(String name, byte[] bytes) {
        return new Asset(bytes, type(name), "\"" + Sha256.hex(bytes).substring(0, 32) + "\"");
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "js" -> "text/javascript; charset=utf-8";
            case "css" -> "text/css; charset=utf-8";
            case "svg" -> "image/svg+xml";
            default -> "application/octet-stream";
        };
    }

    private static byte[] read(String resource) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers with the page that all addresses of the console share; its script shows what the address names. */
    void page(Context request) {
        html(request, page);
    }

    /** Answers with the form that asks for the token. */
    void login(Context request) {
        html(request, login);
    }

    private static void html(Context request, byte[] bytes) {
        request.contentType("text/html; charset=utf-8");
        request.header("Cache-Control", "no-cache");
        request.result(bytes);
    }

    /** Answers with the file that the path names. */
    void file(Context request) {
        Asset asset = assets.get(request.pathParam("name"));
        if (asset == null) {
            Replies.error(request, 404, "There is no such file.");
            return;
        }
        request.header("Cache-Control", "no-cache");
        request.header("ETag", asset.tag);
        if (asset.tag.equals(request.header("If-None-Match"))) {
            request.status(304);
            return;
        }
        request.contentType(asset.type);
        request.result(asset.bytes);
    }
}
