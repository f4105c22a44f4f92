package io.copydesk.ingest.archive;

import io.copydesk.ingest.archive.ArchiveItem.Broken;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** JSON Lines: one input a line, blank lines passed over. */
final class JsonlSource implements ItemSource {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final InputFile file;
    private final ByteWindow window;
    private final ArchiveLimits limits;
    private final JsonLine lines;
    private long number;
    private ByteWindow.@Nullable Problem reported;

    JsonlSource(InputFile file, ByteWindow window, ArchiveLimits limits) {
        this.file = file;
        this.window = window;
        this.limits = limits;
        this.lines =
                new JsonLine(Objects.requireNonNull(file.path().toAbsolutePath().getParent()), limits);
        if (window.require(3) && Arrays.equals(window.peek(3), BYTE_ORDER_MARK)) {
            window.drop(3);
        }
    }

    @Override
    public @Nullable ArchiveItem next() {
        while (true) {
            if (window.isEmpty()) {
                ByteWindow.Problem problem = window.problem();
                if (problem != null && problem != reported) {
                    number++;
                    return cut(problem);
                }
                if (!window.recover()) {
                    return null;
                }
                continue;
            }
            ArchiveItem item = line();
            if (item != null) {
                return item;
            }
        }
    }

    /** The item of the next line, {@code null} for a blank one. */
    private @Nullable ArchiveItem line() {
        number++;
        int newline = findNewline();
        if (newline < 0 && window.available() > limits.lineBytes()) {
            return tooLong();
        }
        if (newline < 0 && window.problem() != null) {
            return cut(window.problem());
        }
        byte[] line = strip(window.peek(newline < 0 ? window.available() : newline));
        window.drop(newline < 0 ? window.available() : newline + 1);
        return line.length == 0 ? null : lines.read(line, id());
    }

    private int findNewline() {
        int searched = 0;
        while (true) {
            int newline = window.indexOf((byte) '\n', searched);
            searched = window.available();
            if (newline >= 0 || searched > limits.lineBytes() || !window.require(searched + 1)) {
                return newline <= limits.lineBytes() ? newline : -1;
            }
        }
    }

    private Broken tooLong() {
        long from = window.offset();
        byte[] start = window.peek(limits.brokenBytes());
        int newline = window.indexOf((byte) '\n', 0);
        while (newline < 0 && !window.isEmpty()) {
            window.drop(window.available());
            newline = window.require(1) ? window.indexOf((byte) '\n', 0) : -1;
        }
        window.drop(newline + 1);
        long length = window.offset() - from - (newline < 0 ? 0 : 1);
        String detail = "The line is longer than " + limits.lineBytes() + " bytes";
        return new Broken(id(), BrokenReason.LINE_TOO_LONG, detail, start, length);
    }

    /** What is left of the line in which the bytes ended. */
    private Broken cut(ByteWindow.Problem problem) {
        reported = problem;
        int length = window.available();
        byte[] rest = window.peek(limits.brokenBytes());
        window.drop(length);
        return new Broken(id(), problem.reason(), problem.detail(), rest, length);
    }

    private String id() {
        return file.id() + ":" + number;
    }

    private static byte[] strip(byte[] line) {
        int from = 0;
        int to = line.length;
        while (from < to && line[from] >= 0 && line[from] <= ' ') {
            from++;
        }
        while (to > from && line[to - 1] >= 0 && line[to - 1] <= ' ') {
            to--;
        }
        return Arrays.copyOfRange(line, from, to);
    }
}
