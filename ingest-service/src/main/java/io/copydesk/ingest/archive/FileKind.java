package io.copydesk.ingest.archive;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;
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
    UNKNOWN(null);

    private static final Set<FileKind> NOT_READ = EnumSet.of(OTHER_ARCHIVE, INDEX, PACKED, TABLE, JSON_ARRAY, UNKNOWN);

    private static final Pattern ARRAY = Pattern.compile("(?:\u00ef\u00bb\u00bf)?\\s*\\[\\s*\\{");

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
        String name = fileName.toLowerCase(Locale.ROOT);
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
        return named == UNKNOWN ? ofContent(text) : named;
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
}
