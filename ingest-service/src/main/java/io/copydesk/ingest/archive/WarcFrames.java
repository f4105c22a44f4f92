package io.copydesk.ingest.archive;

import io.copydesk.ingest.page.RecordKind;
import io.copydesk.ingest.page.WarcPages;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a WARC file into records (ISO 28500:2017 §4). jwarc's reader stops at the first damage; this one checks that
 * each record ends where its Content-Length says, and goes on at the next line that starts with {@code WARC/} when it
 * does not.
 */
final class WarcFrames {

    private static final int MAX_HEAD = 1 << 18;
    /** Bytes kept back while searching, so that a line end and the word after it are seen together. */
    private static final int BOUNDARY = 9;
    /** How often a file may be read again from its start because a declared length was wrong. */
    private static final int MAX_REWINDS = 8;

    private final ByteWindow window;
    private final int maxBlock;
    private final int keep;
    private int rewinds;
    private ByteWindow.@Nullable Problem reported;

    /**
     * @param maxBlock the largest block that is handed out whole
     * @param keep how many bytes of damage are kept
     */
    WarcFrames(ByteWindow window, int maxBlock, int keep) {
        this.window = window;
        this.maxBlock = maxBlock;
        this.keep = keep;
    }

    /** A piece of the file. */
    sealed interface Frame {

        /** One case for each kind of frame. */
        <T> T fold(Function<Sound, T> sound, Function<Large, T> large, Function<Damaged, T> damaged);

        /** A whole record. */
        record Sound(RecordKind kind, long offset, byte[] bytes) implements Frame {
            @Override
            public <T> T fold(Function<Sound, T> sound, Function<Large, T> large, Function<Damaged, T> damaged) {
                return sound.apply(this);
            }
        }

        /** A record whose block is too large, with its start. */
        record Large(RecordKind kind, long offset, byte[] start, long length) implements Frame {
            @Override
            public <T> T fold(Function<Sound, T> sound, Function<Large, T> large, Function<Damaged, T> damaged) {
                return large.apply(this);
            }
        }

        /** Bytes that are no record, or a damaged one; {@code inputId} is {@code null} when it named none. */
        record Damaged(
                @Nullable String inputId, long offset, BrokenReason reason, String detail, byte[] start, long length)
                implements Frame {
            @Override
            public <T> T fold(Function<Sound, T> sound, Function<Large, T> large, Function<Damaged, T> damaged) {
                return damaged.apply(this);
            }
        }
    }

    /** The next piece, {@code null} at the end. */
    @Nullable
    Frame next() {
        while (true) {
            while (window.require(1) && (window.at(0) == '\r' || window.at(0) == '\n')) {
                window.drop(1);
            }
            if (!window.isEmpty()) {
                return frame();
            }
            ByteWindow.Problem problem = window.problem();
            if (problem != null && problem != reported) {
                reported = problem;
                return new Frame.Damaged(null, window.offset(), problem.reason(), problem.detail(), new byte[0], 0);
            }
            if (!window.recover()) {
                return null;
            }
        }
    }

    private Frame frame() {
        if (!startsRecord(0)) {
            return damaged(null, 1, "There is something else where a record should start");
        }
        int headLength = headLength();
        Optional<RecordKind> known = headLength < 0 ? Optional.empty() : WarcPages.kind(window.peek(headLength));
        if (known.isEmpty()) {
            return damaged(null, 1, "The record's header cannot be read");
        }
        RecordKind kind = known.get();
        if (kind.blockLength() < 0) {
            return damaged(kind.inputId(), headLength, "The record has no Content-Length");
        }
        return kind.blockLength() > maxBlock ? large(kind) : whole(kind);
    }

    private Frame whole(RecordKind kind) {
        int length = kind.headLength() + (int) kind.blockLength();
        if (!window.require(length)) {
            return damaged(kind.inputId(), kind.headLength(), "The file ends before the record does");
        }
        if (!endsAt(length)) {
            return damaged(kind.inputId(), kind.headLength(), "The record does not end where its Content-Length says");
        }
        long offset = window.offset();
        byte[] bytes = window.peek(length);
        window.drop(length);
        return new Frame.Sound(WarcPages.kind(bytes).orElse(kind), offset, bytes);
    }

    private Frame large(RecordKind kind) {
        long offset = window.offset();
        window.require(kind.headLength() + maxBlock);
        byte[] start = window.peek(Math.min(keep, kind.headLength() + maxBlock));
        long length = kind.headLength() + kind.blockLength();
        if (window.skip(length) && endsAt(0)) {
            return new Frame.Large(WarcPages.kind(start).orElse(kind), offset, start, length);
        }
        if (window.problem() != null || ++rewinds > MAX_REWINDS) {
            window.skip(Long.MAX_VALUE);
            ByteWindow.Problem problem = window.problem();
            BrokenReason reason = problem == null ? BrokenReason.BAD_WARC : problem.reason();
            reported = problem;
            return new Frame.Damaged(
                    kind.inputId(),
                    offset,
                    reason,
                    "The rest of the file is one damaged record",
                    start,
                    window.offset() - offset);
        }
        window.rewind(offset);
        window.require(kind.headLength());
        return damaged(kind.inputId(), kind.headLength(), "The record does not end where its Content-Length says");
    }

    /** Takes all up to the next record's start at or after {@code from}. */
    private Frame damaged(@Nullable String inputId, int from, String detail) {
        long offset = window.offset();
        ByteArrayOutputStream start = new ByteArrayOutputStream();
        int search = from;
        int next = nextStart(search);
        while (next < 0) {
            if (window.available() > search + 4 * BOUNDARY) {
                take(start, window.available() - BOUNDARY);
                search = 1;
            }
            if (!window.require(window.available() + 1)) {
                break;
            }
            next = nextStart(search);
        }
        take(start, next < 0 ? window.available() : next);
        ByteWindow.Problem problem = window.isEmpty() ? window.problem() : null;
        reported = problem == null ? reported : problem;
        return new Frame.Damaged(
                inputId,
                offset,
                problem == null ? BrokenReason.BAD_WARC : problem.reason(),
                problem == null ? detail : problem.detail(),
                start.toByteArray(),
                window.offset() - offset);
    }

    private void take(ByteArrayOutputStream kept, int count) {
        kept.writeBytes(window.peek(Math.min(count, keep - kept.size())));
        window.drop(count);
    }

    /** Where the next record starts, among the bytes at hand: the word at the start of a line. */
    private int nextStart(int from) {
        int newline = window.indexOf((byte) '\n', Math.max(0, from - 1));
        while (newline >= 0) {
            if (startsRecord(newline + 1)) {
                return newline + 1;
            }
            newline = window.indexOf((byte) '\n', newline + 1);
        }
        return -1;
    }

    private boolean startsRecord(int at) {
        if (at + 5 > window.available() && !window.require(at + 5)) {
            return false;
        }
        return window.at(at) == 'W'
                && window.at(at + 1) == 'A'
                && window.at(at + 2) == 'R'
                && window.at(at + 3) == 'C'
                && window.at(at + 4) == '/';
    }

    /** Bytes of the header up to and with its empty line, -1 when there is none within the limit. */
    private int headLength() {
        int lineStart = 0;
        while (lineStart < MAX_HEAD) {
            int newline = window.indexOf((byte) '\n', lineStart);
            while (newline < 0 && window.available() < MAX_HEAD && window.require(window.available() + 1)) {
                newline = window.indexOf((byte) '\n', lineStart);
            }
            if (newline < 0) {
                return -1;
            }
            boolean empty = newline == lineStart || (newline == lineStart + 1 && window.at(lineStart) == '\r');
            if (empty) {
                return newline + 1;
            }
            lineStart = newline + 1;
        }
        return -1;
    }

    /** True when a record may end here: two line ends follow, or fewer and then the end or the next record. */
    private boolean endsAt(int at) {
        int newlines = 0;
        int i = at;
        while (newlines < 2 && window.require(i + 1) && (window.at(i) == '\r' || window.at(i) == '\n')) {
            newlines += window.at(i) == '\n' ? 1 : 0;
            i++;
        }
        return newlines == 2 || startsRecord(i) || (!window.require(i + 1) && window.problem() == null);
    }
}
