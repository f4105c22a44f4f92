package io.copydesk.ingest.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copydesk.ingest.archive.ArchiveItem.Broken;
import io.copydesk.ingest.archive.ArchiveItem.Input;
import io.copydesk.ingest.link.UrlKey;
import io.copydesk.ingest.page.Page;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Utf16;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * One line of JSON Lines to one input.
 *
 * <p>The document is in {@code html}, in the file that {@code path} names, or in {@code text}; a line with none of
 * these but an {@code articleBody} is a clean article, and its page is the JSON itself as {@code
 * application/ld+json}, as is one with the text where another tool writes it ({@link ForeignArticle}). A {@code text} with a headline, an author or a date beside it keeps them. Paths are relative to the line's file; as the person who names the file vouches for it, they
 * may lead anywhere that person can read.
 */
final class JsonLine {

    /** Media type of a page whose body is an article already, or the {@code text} of one that is to be cleaned. */
    static final String CLEAN_ARTICLE = "application/ld+json";

    private static final String UTF_8 = "utf-8";

    /** Characters of an id; it is a field of every record made from the input. */
    private static final int MAX_ID = 1024;

    private final Path folder;
    private final ArchiveLimits limits;
    private final ObjectMapper json;

    /**
     * @param folder what paths in lines are relative to
     */
    JsonLine(Path folder, ArchiveLimits limits) {
        this.folder = folder;
        this.limits = limits;
        this.json = new ObjectMapper(JsonFactory.builder()
                        .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxStringLength(limits.lineBytes())
                                .build())
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /**
     * Reads a line.
     *
     * @param fallbackId the input id when the line names none
     */
    ArchiveItem read(byte[] line, String fallbackId) {
        JsonNode object;
        try {
            object = json.readTree(line);
        } catch (IOException e) {
            return broken(fallbackId, BrokenReason.BAD_JSON, "The line is no JSON object", line);
        }
        if (withoutMissingNumbers(object)) {
            return read(Json.bytes(object), fallbackId);
        }
        if (!object.isObject()) {
            return broken(fallbackId, BrokenReason.BAD_JSON, "The line is JSON, but no object", line);
        }
        String id = text(object, "id");
        if (id != null && id.length() > MAX_ID) {
            return broken(fallbackId, BrokenReason.BAD_JSON, "The line's id is longer than any can be", line);
        }
        return read(object, line, id == null || id.isEmpty() ? fallbackId : id);
    }

    /**
     * Removes what is NaN or infinite, at any depth: Python writes missing values so, and JSON does not have it. Whether there was any. The
     * depth is bounded by what the parser takes.
     */
    private static boolean withoutMissingNumbers(JsonNode container) {
        boolean removed = false;
        for (Iterator<JsonNode> members = container.elements(); members.hasNext(); ) {
            JsonNode member = members.next();
            if (member.isDouble() && !Double.isFinite(member.asDouble())) {
                members.remove();
                removed = true;
            } else {
                removed |= withoutMissingNumbers(member);
            }
        }
        return removed;
    }

    private ArchiveItem read(JsonNode object, byte[] line, String id) {
        String named = text(object, "url");
        String written = named == null ? ForeignArticle.url(object) : named;
        if (written != null && written.length() > UrlKey.MAX_LENGTH) {
            return broken(id, BrokenReason.BAD_JSON, "The line's url is longer than any can be", line);
        }
        String url = written == null ? null : WrittenUrl.plain(written);
        Instant fetched = FetchedTime.of(object.get("fetched"));
        String page = text(object, "html");
        String html = page == null ? text(object, "raw_html") : page;
        if (html != null) {
            return input(id, url, fetched, "text/html", UTF_8, html.getBytes(StandardCharsets.UTF_8), line);
        }
        String path = text(object, "path");
        if (path != null) {
            return file(id, url, fetched, path, line);
        }
        String text = text(object, "text");
        if (text != null) {
            return text(object, text, line, id, url, fetched);
        }
        String article = text(object, "articleBody");
        if (article != null && !article.isBlank()) {
            return input(id, url, fetched, CLEAN_ARTICLE, null, line, line);
        }
        return foreign(object, line, id, url, fetched);
    }

    /** A text; with a headline, an author or a date beside it the page is a JSON object of both. */
    private ArchiveItem text(
            JsonNode object, String text, byte[] line, String id, @Nullable String url, @Nullable Instant fetched) {
        return ForeignArticle.ofText(object, text)
                .map(article -> article(article, line, id, url, fetched))
                .orElseGet(() ->
                        input(id, url, fetched, "text/plain", UTF_8, text.getBytes(StandardCharsets.UTF_8), line));
    }

    private ArchiveItem article(
            ObjectNode article, byte[] line, String id, @Nullable String url, @Nullable Instant fetched) {
        byte[] body = Json.line(article).getBytes(StandardCharsets.UTF_8);
        return input(id, url, fetched, CLEAN_ARTICLE, null, body, line);
    }

    /** A clean article with the members of another tool; the page is the article in schema.org's terms. */
    private ArchiveItem foreign(
            JsonNode object, byte[] line, String id, @Nullable String url, @Nullable Instant fetched) {
        ObjectNode article = ForeignArticle.of(object).orElse(null);
        if (article == null) {
            String detail =
                    "The line has no html, path, text, articleBody, maintext, plaintext, body or other member with a text";
            return broken(id, BrokenReason.NO_CONTENT, detail, line);
        }
        Instant downloaded = fetched == null ? FetchedTime.of(object.get("date_download")) : fetched;
        return article(article, line, id, url, downloaded);
    }

    private ArchiveItem file(String id, @Nullable String url, @Nullable Instant fetched, String path, byte[] line) {
        try {
            Path file = folder.resolve(path);
            if (!Files.isRegularFile(file)) {
                return broken(id, BrokenReason.UNREADABLE, "There is no file at the line's path", line);
            }
            byte[] body;
            try (InputStream in = new FileBytes(file).open()) {
                body = in.readNBytes(limits.pageBytes() + 1);
            }
            FileKind kind = FileKind.of(file.getFileName().toString(), body);
            String mediaType = kind.isRead() ? kind.mediaType() : "application/octet-stream";
            return mediaType == null
                    ? broken(id, BrokenReason.UNKNOWN_KIND, "The line's path names an archive, not a document", line)
                    : input(id, url, fetched, mediaType, null, body, line);
        } catch (IOException | InvalidPathException e) {
            return broken(id, BrokenReason.UNREADABLE, "The file at the line's path cannot be read", line);
        }
    }

    private ArchiveItem input(
            String id,
            @Nullable String url,
            @Nullable Instant fetched,
            String mediaType,
            @Nullable String charset,
            byte[] body,
            byte[] line) {
        if (body.length == 0) {
            return broken(id, BrokenReason.EMPTY, "The document has no bytes", line);
        }
        if (body.length > limits.pageBytes()) {
            String detail = "The document is larger than " + limits.pageBytes() + " bytes";
            return broken(id, BrokenReason.TOO_LARGE, detail, line);
        }
        return new Input(Page.resource(id, url, fetched, mediaType, charset, body));
    }

    private Broken broken(String id, BrokenReason reason, String detail, byte[] line) {
        byte[] bytes = line.length <= limits.brokenBytes() ? line : Arrays.copyOf(line, limits.brokenBytes());
        return new Broken(id, reason, detail, bytes, line.length);
    }

    /** A member's text; numbers count as text, {@code null} and other kinds as missing. */
    private static @Nullable String text(JsonNode object, String name) {
        JsonNode member = object.get(name);
        return member != null && (member.isTextual() || member.isNumber()) ? Utf16.repaired(member.asText()) : null;
    }
}
