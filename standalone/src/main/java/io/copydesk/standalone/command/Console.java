package io.copydesk.standalone.command;

import io.copydesk.kit.failure.CheckedOutput;
import io.copydesk.kit.failure.FailureText;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** The two streams of a command, in UTF-8 whatever the platform's charset, and a line of progress on the second. */
public final class Console {

    /** EPIPE as the C library and Windows name it. */
    private static final Pattern READER_ENDED =
            Pattern.compile("broken pipe|pipe is being closed|pipe has been ended", Pattern.CASE_INSENSITIVE);

    private static final long REDRAW_NANOS = 200_000_000L;
    private static final long RELOG_NANOS = 5_000_000_000L;

    private final CheckedOutput checked;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;
    private long drawn;
    private boolean open;

    /** On these streams; {@code terminal} says whether the second is one. */
    public Console(OutputStream out, OutputStream err, boolean terminal) {
        this.checked = new CheckedOutput(out);
        this.out = new PrintStream(checked, false, StandardCharsets.UTF_8);
        this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
        this.terminal = terminal;
    }

    /** On this process's streams. */
    public static Console system() {
        return new Console(new FileOutputStream(FileDescriptor.out), System.err, System.console() != null);
    }

    /** Standard output, for data. */
    public PrintStream out() {
        return out;
    }

    /** Why data is missing from standard output, as when a disk is full or it is closed; empty also for a reader that has ended, which is no failure. */
    Optional<String> outputFailure() {
        return checked.failure()
                .filter(failure ->
                        !READER_ENDED.matcher("" + failure.getMessage()).find())
                .map(failure ->
                        FailureText.isFullDisk(failure) ? "no space left on its disk" : FailureText.of(failure));
    }

    /** Whether nothing that is written to standard output arrives any more: its reader has ended ({@code | head}), or it has failed. */
    boolean isOutputClosed() {
        return checked.failure().isPresent();
    }

    /** Standard output, for help and scripts of picocli. */
    PrintWriter text() {
        return new PrintWriter(out, true);
    }

    /** Standard error, for messages of picocli. */
    public PrintWriter words() {
        return new PrintWriter(err, true);
    }

    /** Prints a line to standard error. */
    public void say(String line) {
        endProgress();
        err.println(line);
    }

    /** A line that replaces the last such line on a terminal, and is printed now and then elsewhere. */
    public void progress(String line) {
        long now = System.nanoTime();
        if (drawn != 0 && now - drawn < (terminal ? REDRAW_NANOS : RELOG_NANOS)) {
            return;
        }
        drawn = now;
        if (terminal) {
            err.print("\r\u001b[K" + line);
            err.flush();
            open = true;
        } else {
            err.println(line);
        }
    }

    private void endProgress() {
        if (open) {
            err.print("\r\u001b[K");
            open = false;
        }
        drawn = 0;
    }

    /** Writes out what is buffered and ends a line of progress. */
    public void flush() {
        endProgress();
        out.flush();
        err.flush();
    }
}
