package io.copydesk.lab.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/**
 * Which part of the pipeline the stream threads work for, by samples of their stacks (JDK Flight Recorder). A sample counts for the part
 * that it is innermost in: a store that writes JSON is serialisation, a sketch that is stored is stores, what forwards a record is the
 * stage that comes next. May be started and stopped again and again; for one thread.
 */
final class StackParts implements AutoCloseable {

    /** The part of samples that are in none of the others: Kafka Streams itself. */
    static final String STREAMS = "streams";

    private static final String JAVA = "jdk.ExecutionSample";
    private static final String NATIVE = "jdk.NativeMethodSample";
    private static final Duration PERIOD = Duration.ofMillis(20);
    private static final String ROCKS = "org.rocksdb.";

    /**
     * A part.
     *
     * @param classes how the names of its classes begin
     */
    private record Part(String name, List<String> classes) {}

    private static final List<Part> PARTS = List.of(
            new Part("serialisation", List.of("com.fasterxml.jackson.", "io.copydesk.schemas.Json")),
            new Part("stores", List.of(ROCKS, "org.apache.kafka.streams.state.")),
            new Part("clients", List.of("org.apache.kafka.clients.", "org.apache.kafka.common.")),
            new Part("clean", List.of("io.copydesk.ingest.clean.CleanProcessor")),
            new Part("version", List.of("io.copydesk.ingest.clean.VersionProcessor")),
            new Part("enrich", List.of("io.copydesk.enrich.EnrichProcessor")),
            new Part("decide", List.of("io.copydesk.enrich.DecideProcessor")),
            new Part("assemble", List.of("io.copydesk.enrich.AssembleProcessor")));

    private final Map<String, Integer> samples = new TreeMap<>();
    private Recording recording = new Recording();

    /** Samples from now on. */
    void start() {
        recording.close();
        recording = new Recording();
        recording.enable(JAVA).withPeriod(PERIOD);
        recording.enable(NATIVE).withPeriod(PERIOD);
        recording.start();
    }

    /** Adds what was sampled since the start. */
    void stop() throws IOException {
        recording.stop();
        Path file = Files.createTempFile("copydesk-load", ".jfr");
        try {
            recording.dump(file);
            try (RecordingFile events = new RecordingFile(file)) {
                while (events.hasMoreEvents()) {
                    add(events.readEvent());
                }
            }
        } finally {
            Files.delete(file);
        }
    }

    /** The parts and how many samples were in each. */
    Map<String, Integer> samples() {
        return samples;
    }

    private void add(RecordedEvent event) {
        String type = event.getEventType().getName();
        if (!type.equals(JAVA) && !type.equals(NATIVE) || event.getStackTrace() == null) {
            return;
        }
        RecordedThread thread = event.getThread("sampledThread");
        if (thread == null
                || thread.getJavaName() == null
                || ThreadRole.of(thread.getJavaName()) != ThreadRole.STREAMS) {
            return;
        }
        List<String> classes = event.getStackTrace().getFrames().stream()
                .map(frame -> frame.getMethod().getType().getName())
                .toList();
        // A thread in native code may as well wait; one in RocksDB works.
        if (!classes.isEmpty() && (type.equals(JAVA) || classes.get(0).startsWith(ROCKS))) {
            samples.merge(part(classes), 1, Integer::sum);
        }
    }

    /** The part of a stack whose innermost class is the first. */
    static String part(List<String> classes) {
        for (String name : classes) {
            for (Part part : PARTS) {
                if (part.classes().stream().anyMatch(name::startsWith)) {
                    return part.name();
                }
            }
        }
        return STREAMS;
    }

    @Override
    public void close() {
        recording.close();
    }
}
