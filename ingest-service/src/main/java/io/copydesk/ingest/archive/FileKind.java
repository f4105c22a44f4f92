package io.copydesk.ingest.archive;

import io.copydesk.schemas.LowerCase;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a file holds, by its name and its first bytes. */
enum FileKind {
    WARC(null),
    JSONL(null),
    HTML("text/html"),
    XHTML("application/xhtml+xml"),
    TEXT("text/plain"),
    /** An ARC file, the format before WARC. */
    OTHER_ARCHIVE(null),
    /** An index of archives. */
    INDEX(null),
    /** Files in one file, of whatever kind. */
    PACKED(null),
    /** Columns of values. */
    TABLE(null),
    /** Objects in one array instead of one a line. */
    JSON_ARRAY(null),
    /** A page and its pictures as a message, as browsers save it (MHTML, RFC 2557). */
    MESSAGE(null),
    /** URLs, one a line. */
    URLS(null),
    UNKNOWN(null);

    private static final Set<FileKind> NOT_READ =
            EnumSet.of(OTHER_ARCHIVE, INDEX, PACKED, TABLE, JSON_ARRAY, MESSAGE, URLS, UNKNOWN);

    private static final Pattern ARRAY = Pattern.compile("(?:\u00ef\u00bb\u00bf)?\\s*\\[\\s*\\{");

    private static final Pattern MESSAGE_FIELD = Pattern.compile("(?im)^Content-Type:\\s*multipart/related");

    /** Characters in which the fields of a message are looked for. */
    private static final int FIELDS = 4096;

    private static final Pattern URL = Pattern.compile("(?i)https?://\\S+");

    private final @Nullable String mediaType;

    FileKind(@Nullable String mediaType) {
        this.mediaType = mediaType;
    }

    /** Media type of a single document of this kind, {@code null} for the others. */
    @Nullable
    String mediaType() {
        return mediaType;
    }

    /** Whether files of this kind have inputs. */
    boolean isRead() {
        return !NOT_READ.contains(this);
    }

    /** The kind that the name promises; an ending {@code .gz} is looked behind. */
    static FileKind ofName(String fileName) {
        String name = LowerCase.of(fileName);
        if (name.endsWith(".gz")) {
            name = name.substring(0, name.length() - 3);
        }
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "warc" -> WARC;
            case "jsonl", "ndjson" -> JSONL;
            case "html", "htm" -> HTML;
            case "xhtml" -> XHTML;
            case "txt" -> TEXT;
            case "arc" -> OTHER_ARCHIVE;
            case "cdx", "cdxj" -> INDEX;
            case "zip", "tar", "tgz", "7z", "rar" -> PACKED;
            case "csv", "tsv" -> TABLE;
            case "mht", "mhtml" -> MESSAGE;
            default -> UNKNOWN;
        };
    }

    /** The kind by name and content: an archive is known by its first line whatever it is called. */
    static FileKind of(String fileName, byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (text.startsWith("WARC/1.") || text.startsWith("WARC/0.")) {
            return WARC;
        }
        if (text.startsWith("filedesc://")) {
            return OTHER_ARCHIVE;
        }
        if (text.startsWith(" CDX ")) {
            return INDEX;
        }
        if (text.startsWith("PK\003\004")) {
            return PACKED;
        }
        FileKind named = ofName(fileName);
        if ((named == JSONL || named == UNKNOWN) && ARRAY.matcher(text).lookingAt()) {
            return JSON_ARRAY;
        }
        FileKind kind = named == UNKNOWN ? ofContent(text) : named;
        return kind == TEXT ? ofText(text) : kind;
    }

    private static FileKind ofContent(String text) {
        String bare = text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text;
        String first = bare.stripLeading();
        if (first.startsWith("{")) {
            return JSONL;
        }
        if (first.startsWith("<")) {
            return HTML;
        }
        return text.indexOf('\0') >= 0 ? UNKNOWN : TEXT;
    }

    /** What is no text to read although it is one. */
    private static FileKind ofText(String text) {
        int blank = text.indexOf("\n\r\n") >= 0 ? text.indexOf("\n\r\n") : text.indexOf("\n\n");
        String head = text.substring(0, Math.min(FIELDS, blank < 0 ? text.length() : blank));
        if (MESSAGE_FIELD.matcher(head).find()) {
            return MESSAGE;
        }
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        int whole = Math.max(Math.min(1, lines.size()), lines.size() - 1); // the last one may be cut
        boolean onlyUrls = whole > 0
                && lines.subList(0, whole).stream()
                        .allMatch(line -> URL.matcher(line).matches());
        return onlyUrls ? URLS : TEXT;
    }
}
