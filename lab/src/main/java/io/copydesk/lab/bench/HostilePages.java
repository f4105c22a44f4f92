package io.copydesk.lab.bench;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** Hostile pages, each of as many bytes as asked for, or a few more: what one element, mark or word does when it comes without end. */
final class HostilePages {

    private static final String ARTICLE = "<article><h1>Quay reopens</h1>"
            + "<p>The harbour of Lindhaven reopened on Tuesday after eleven weeks of repairs to its quay.</p>".repeat(5)
            + "</article>";

    private HostilePages() {}

    /** Every kind by name; the function makes a page of about so many bytes. */
    static Map<String, IntFunction<byte[]>> kinds() {
        Map<String, IntFunction<byte[]>> kinds = new LinkedHashMap<>();
        repeated(kinds, "nested-div", "<div>");
        repeated(kinds, "nested-b", "<b>");
        repeated(kinds, "nested-font", "<font size=1>");
        repeated(kinds, "nested-a", "<a href=x>");
        repeated(kinds, "nested-table", "<table><tr><td>");
        repeated(kinds, "nested-li", "<ul><li>");
        repeated(kinds, "nested-span", "<span>");
        repeated(kinds, "nested-form-p", "<form><p>");
        repeated(kinds, "misnested", "<b><p></b><i><p></i>");
        repeated(kinds, "ends-only", "</div></p></b>");
        repeated(kinds, "opening-marks", "<");
        repeated(kinds, "end-marks", "</");
        repeated(kinds, "comments", "<!--");
        repeated(kinds, "one-line", "word ");
        repeated(kinds, "one-word", "a");
        repeated(kinds, "blanks", " ");
        repeated(kinds, "line-feeds", "\n");
        repeated(kinds, "nul-bytes", "a\0");
        repeated(kinds, "digits", "1");
        repeated(kinds, "dates", "1 Oct 2024 ");
        repeated(kinds, "quotes", "\"");
        repeated(kinds, "commas", ",");
        repeated(kinds, "entities", "&amp;lt;");
        repeated(kinds, "bad-entities", "&aaaaaaaaaaaaaaaa");
        repeated(kinds, "breaks", "<br>");
        repeated(kinds, "tiny-elements", "<i>a</i>");
        repeated(kinds, "tiny-paragraphs", "<p>a</p>");
        repeated(kinds, "divided", "<div>a</div>");
        repeated(kinds, "links", "<a href='/a'>Read more</a> ");
        repeated(kinds, "headings", "<h1>Quay reopens</h1>");
        repeated(kinds, "headings-2", "<h2>Quay</h2>");
        repeated(kinds, "times", "<time>1 Oct</time>");
        repeated(kinds, "bylines", "<span class=byline>By</span>");
        repeated(kinds, "published", "<b itemprop=datePublished>x</b>");
        repeated(kinds, "meta-tags", "<meta name=author content=a>");
        repeated(kinds, "images", "<figure><img><figcaption>a</figcaption></figure>");
        repeated(kinds, "cells", "<td>a<td>b");
        wrapped(kinds, "table", "<table>", "<tr><td>a</td><td>b</td></tr>", "</table>");
        repeated(kinds, "list-items", "<li>Share this article");
        repeated(kinds, "notices", "<p>Subscribe to our newsletter to read more.</p>");
        repeated(kinds, "read-more", "aRead moreB");
        repeated(kinds, "subscribe-to", "subscribe to ");
        repeated(
                kinds,
                "same-paragraph",
                "<p>The first ferry left on time, and the master counted the boats again.</p>");
        repeated(kinds, "phrases", "# of your free articles ");
        repeated(kinds, "ideographs", "続きを読む");
        repeated(kinds, "combining-marks", "e\u0301\u0323");
        repeated(kinds, "emoji", "\uD83D\uDE00");
        repeated(kinds, "json-ld-scripts", "<script type='application/ld+json'>{\"@type\":\"NewsArticle\"}</script>");
        wrapped(kinds, "json-ld-nested", "<script type='application/ld+json'>", "[", "</script>");
        wrapped(kinds, "json-ld-objects", "<script type='application/ld+json'>", "{\"@graph\":", "</script>");
        wrapped(
                kinds,
                "json-ld-long",
                "<script type='application/ld+json'>[1",
                ",{\"@type\":\"NewsArticle\"}",
                "]</script>");
        wrapped(
                kinds,
                "json-ld-body",
                "<script type='application/ld+json'>{\"@type\":\"Article\",\"articleBody\":\"",
                "word ",
                "\"}</script>");
        wrapped(
                kinds,
                "json-ld-authors",
                "<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":[1",
                ",{\"name\":\"Jane Doe\"}",
                "]}</script>");
        wrapped(kinds, "script", "<script>", "published published_at: ", "</script>");
        wrapped(kinds, "title", "<title>", "Quay | ", "</title>");
        wrapped(kinds, "heading", "<h1>", "Quay - ", "</h1>");
        wrapped(kinds, "class", "<div class='", "share author-", "'>");
        wrapped(kinds, "style", "<div style='", "display : ", "'>");
        wrapped(kinds, "meta-content", "<meta name=author content='", "Jane, ", "'>");
        wrapped(kinds, "meta-markup", "<meta name=description content='", "&lt;b>", "'>");
        wrapped(kinds, "meta-date", "<meta name=date content='", "12:", "'>");
        wrapped(kinds, "canonical", "<link rel=canonical href='https://a.example/", "../", "'>");
        wrapped(kinds, "byline", "<p class=byline>", "By ", "</p>");
        wrapped(kinds, "author-blanks", "<meta name=author content='a", "  ", "'>");
        wrapped(kinds, "preformatted", "<pre>", "a\n", "</pre>");
        wrapped(kinds, "svg", "<svg>", "<g><path d=m />", "</svg>");
        wrapped(kinds, "select", "<select>", "<option>a", "</select>");
        wrapped(kinds, "templates", "", "<template>", "");
        repeated(kinds, "mail-fields", "<div><input type=email>");
        repeated(kinds, "offers", "<p>Quay … <a href=/subscribe>5 €</a><a href=/login>in</a>");
        repeated(kinds, "questions", "<div>Quay?<p>Yes</p><button>a</button>");
        repeated(kinds, "letters", "<div><p>Quay</p><a href=/newsletter>in</a></div>");
        wrapped(
                kinds,
                "pieces",
                "<main>",
                "<div class=a><p>The first ferry left on time, and the master counted all of the boats again.</p></div>"
                        + "<div class=b><p>Quay</p><p>Boats</p><button>a</button></div>",
                "</main>");
        repeated(kinds, "signed", "<p>Quay Boats</p><p>1 Oct 2024</p>");
        repeated(kinds, "hiding-rules", "<style>" + "a{display:none}".repeat(10_000) + "</style>");
        wrapped(
                kinds,
                "dated-cards",
                "<title>Quay open</title><h1>Quay open</h1>" + "<div><i>3 May 2021</i>".repeat(300),
                "<b>The quay</b>",
                "");
        kinds.put("names", HostilePages::names);
        kinds.put("attributes", HostilePages::attributes);
        kinds.put("distinct-classes", HostilePages::distinctClasses);
        kinds.put("broken-utf-16", HostilePages::brokenUtf16);
        kinds.put("lone-surrogates", HostilePages::loneSurrogates);
        return kinds;
    }

    private static void repeated(Map<String, IntFunction<byte[]>> kinds, String name, String piece) {
        wrapped(kinds, name, "", piece, "");
    }

    private static void wrapped(
            Map<String, IntFunction<byte[]>> kinds, String name, String before, String piece, String after) {
        kinds.put(
                name,
                size -> bytes("<html><body>" + before + piece.repeat(Math.max(1, size / bytes(piece).length)) + after
                        + ARTICLE));
    }

    private static byte[] attributes(int size) {
        StringBuilder page = new StringBuilder(size + 1000).append("<body><div");
        for (int i = 0; page.length() < size; i++) {
            page.append(" a").append(i).append("=b");
        }
        return bytes(page.append('>').append(ARTICLE).toString());
    }

    /** Half names in scripts beside one event, half headings. */
    private static byte[] names(int size) {
        String script = "<script type='application/ld+json'>[" + "{\"name\":\"Quay\"},".repeat(20_000) + "1]</script>";
        String heading = "<h1>Boats</h1>";
        return bytes("<body><script type='application/ld+json'>{\"@type\":\"Event\"}</script>"
                + script.repeat(Math.max(1, size / 2 / script.length()))
                + heading.repeat(Math.max(1, size / 2 / heading.length())) + ARTICLE);
    }

    private static byte[] distinctClasses(int size) {
        StringBuilder page = new StringBuilder(size + 1000).append("<body>");
        for (int i = 0; page.length() < size; i++) {
            page.append("<p class=c").append(i).append(">a");
        }
        return bytes(page.append(ARTICLE).toString());
    }

    private static byte[] brokenUtf16(int size) {
        byte[] page = ("\uFEFF<html><body>" + ARTICLE.repeat(Math.max(1, size / 2 / ARTICLE.length())))
                .getBytes(StandardCharsets.UTF_16LE);
        for (int i = 101; i < page.length; i += 97) {
            page[i] = (byte) 0xD8;
        }
        return page;
    }

    /** Surrogates written as UTF-8 bytes, which no encoder does. */
    private static byte[] loneSurrogates(int size) {
        byte[] page = bytes("<html><body>" + ARTICLE + "<p>" + "aaa ".repeat(Math.max(1, size / 4)));
        int start = bytes("<html><body>" + ARTICLE + "<p>").length;
        for (int i = start; i + 2 < page.length; i += 4) {
            page[i] = (byte) 0xED;
            page[i + 1] = (byte) 0xA0;
            page[i + 2] = (byte) 0x80;
        }
        return page;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
