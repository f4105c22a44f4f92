package io.copydesk.lab.simulation;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.tukaani.xz.XZInputStream;

/**
 * When real feeds published: for each a line {@code ID TAB SECOND,SECOND,…} in a text file, which may be compressed as .xz.
 * Seconds count from the start of a year and ascend. Immutable.
 *
 * @param feeds by name, the times of their items, epoch milliseconds
 */
public record FeedTrace(Map<String, long[]> feeds) {

    /** The start of the trace. */
    static final long START = Instant.parse("2023-01-01T00:00:00Z").toEpochMilli();

    /** The feeds of the file's odd lines ({@code 1}) or even lines ({@code 2}): to choose settings on one half and judge on the other. */
    public FeedTrace half(int which) {
        Map<String, long[]> half = new LinkedHashMap<>();
        int line = 0;
        for (Map.Entry<String, long[]> feed : feeds.entrySet()) {
            line++;
            if (line % 2 == which % 2) {
                half.put(feed.getKey(), feed.getValue());
            }
        }
        return new FeedTrace(half);
    }

    /** For each feed a moment at which it may be cut off, drawn between a sixth and five sixths of the year; epoch milliseconds. */
    Map<String, Long> ends(long seed) {
        Map<String, Long> ends = new LinkedHashMap<>();
        SplittableRandom random = new SplittableRandom(seed);
        feeds.keySet()
                .forEach(name ->
                        ends.put(name, START + (long) (365 * Rhythms.DAY * (1 + 4 * random.nextDouble()) / 6)));
        return ends;
    }

    /** Ends each feed at {@link #ends a moment of its own}; those with fewer than {@code least} items until then go on. */
    public FeedTrace cut(long seed, int least) {
        Map<String, long[]> cut = new LinkedHashMap<>();
        ends(seed).forEach((name, end) -> {
            long[] times = Objects.requireNonNull(feeds.get(name));
            long[] before = Arrays.stream(times).filter(time -> time < end).toArray();
            cut.put(name, before.length < least ? times : before);
        });
        return new FeedTrace(cut);
    }

    /** Times of at least {@code least} milliseconds, between its first item and its last, in which no feed published: who observed them did not. */
    public List<Pause> pauses(long least) {
        long[] all =
                feeds.values().stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return IntStream.range(1, all.length)
                .filter(i -> all[i] - all[i - 1] >= least)
                .mapToObj(i -> new Pause(all[i - 1], all[i]))
                .toList();
    }

    /** From one item to the next, epoch milliseconds. */
    public record Pause(long from, long to) {}

    /** Whole weeks from its first item to its last. */
    public int weeks() {
        return (int) ((end() - Rhythms.DAY - first()) / (7 * Rhythms.DAY));
    }

    /** Its first item, epoch milliseconds. */
    long first() {
        return feeds.values().stream().mapToLong(times -> times[0]).min().orElse(START);
    }

    /** The end of the trace, epoch milliseconds: a day after its last item, so that each may be found. */
    long end() {
        long last = feeds.values().stream()
                .mapToLong(times -> times[times.length - 1])
                .max()
                .orElse(START);
        return last + Rhythms.DAY;
    }

    /**
     * Reads a file.
     *
     * @throws IOException when it cannot be read, or a line is not of that form; the message names the line
     */
    public static FeedTrace read(Path file) throws IOException {
        Map<String, long[]> feeds = new LinkedHashMap<>();
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
                InputStream text = file.toString().endsWith(".xz") ? new XZInputStream(bytes) : bytes;
                BufferedReader lines = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                int tab = line.indexOf('\t');
                if (tab < 1) {
                    throw new IOException(file + ", line " + number + ": ID TAB SECOND,SECOND,… is expected");
                }
                feeds.put(line.substring(0, tab), times(line.substring(tab + 1), file + ", line " + number));
            }
        }
        return new FeedTrace(feeds);
    }

    private static long[] times(String list, String place) throws IOException {
        String[] seconds = list.split(",");
        long[] times = new long[seconds.length];
        for (int i = 0; i < times.length; i++) {
            try {
                times[i] = START + 1000 * Long.parseLong(seconds[i]);
            } catch (NumberFormatException e) {
                throw new IOException(place + ": \"" + seconds[i] + "\" is no number of seconds", e);
            }
            if (i > 0 && times[i] < times[i - 1]) {
                throw new IOException(place + ": the seconds do not ascend at " + seconds[i]);
            }
        }
        return times;
    }
}
