package io.copydesk.lab.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/**
 * Which share of cleaning each of its parts takes, by samples of the stack (JDK Flight Recorder, {@code jdk.ExecutionSample}). A sample counts for the
 * outermost part that it is in: phrases that are scored as a feature of a block count as text. One use; for one thread.
 */
public final class CleaningShares implements AutoCloseable {

    private static final String SAMPLE = "jdk.ExecutionSample";
    private static final Duration PERIOD = Duration.ofMillis(10);
    private static final String LIBRARY = "io.copydesk.extraction.";
    private static final String OTHER = "other";

    /**
     * A part of cleaning.
     *
     * @param classes how the names of its classes begin, in the extraction library
     */
    private record Part(String name, List<String> classes) {}

    /** In the order in which they are reported. */
    private static final List<Part> PARTS = List.of(
            new Part("charset", List.of("charset.")),
            new Part("parse", List.of("PageParser")),
            new Part("tree", List.of("dom.")),
            new Part("text", List.of("TextSources", "page.")),
            new Part("notices", List.of("notice.")),
            new Part("metadata", List.of("metadata.", "AuthorLine")),
            new Part("language", List.of("language.", "Languages")),
            new Part("kind", List.of("kind.")));

    private final Recording recording = new Recording();

    /** Samples from now on. */
    public void start() {
        recording.enable(SAMPLE).withPeriod(PERIOD);
        recording.start();
    }

    /**
     * The shares by part, 0–1, and {@code other}; all 0 when the time was too short for a sample.
     *
     * @throws IOException when the samples cannot be stored
     */
    public Map<String, Double> stop() throws IOException {
        recording.stop();
        Path file = Files.createTempFile("copydesk-clean", ".jfr");
        try {
            recording.dump(file);
            return shares(RecordingFile.readAllEvents(file));
        } finally {
            Files.delete(file);
        }
    }

    private static Map<String, Double> shares(List<RecordedEvent> events) {
        Map<String, Double> shares = new LinkedHashMap<>();
        PARTS.forEach(part -> shares.put(part.name(), 0.0));
        shares.put(OTHER, 0.0);
        int samples = 0;
        for (RecordedEvent event : events) {
            if (event.getEventType().getName().equals(SAMPLE) && event.getStackTrace() != null) {
                String part = part(event.getStackTrace().getFrames());
                if (part != null) {
                    shares.merge(part, 1.0, Double::sum);
                    samples++;
                }
            }
        }
        int all = Math.max(1, samples);
        shares.replaceAll((part, count) -> count / all);
        return shares;
    }

    /** The part of a stack, whose innermost frame is the first; {@code null} when it is not in the library. */
    private static @Nullable String part(List<RecordedFrame> frames) {
        boolean inside = false;
        for (int i = frames.size() - 1; i >= 0; i--) {
            String type = frames.get(i).getMethod().getType().getName();
            if (!type.startsWith(LIBRARY)) {
                continue;
            }
            inside = true;
            String name = type.substring(LIBRARY.length());
            for (Part part : PARTS) {
                if (part.classes().stream().anyMatch(name::startsWith)) {
                    return part.name();
                }
            }
        }
        return inside ? OTHER : null;
    }

    @Override
    public void close() {
        recording.close();
    }
}
