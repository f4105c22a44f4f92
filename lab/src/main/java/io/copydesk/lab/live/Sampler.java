package io.copydesk.lab.live;

import com.sun.management.OperatingSystemMXBean;
import io.copydesk.lab.loopback.LoopbackWeb;
import io.copydesk.schemas.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Reads resource usage of this process and end offsets of topics. */
final class Sampler {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Sampler() {}

    /** Processor time of this process without the threads that serve the invented sites, in nanoseconds. */
    static long cpuNanos() {
        long all = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
        long serving = 0;
        for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
            if (thread != null
                    && (thread.getThreadName().startsWith(LoopbackWeb.THREADS)
                            || thread.getThreadName().startsWith("HTTP-Dispatcher"))) {
                serving += Math.max(0, THREADS.getThreadCpuTime(thread.getThreadId()));
            }
        }
        return all - serving;
    }

    /** Heap in use after a collection, in bytes. */
    static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Resident memory of this process, in bytes; 0 where the platform has no {@code /proc}. */
    static long resident() {
        try (Stream<String> status = Files.lines(Path.of("/proc/self/status"))) {
            return status.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }

    /** Bytes of all files under a folder. */
    static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(Sampler::length).sum();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static long length(Path file) {
        try {
            return Files.size(file);
        } catch (IOException deleted) {
            return 0;
        }
    }

    /** Sum of the end offsets of a topic, which counts its records and transaction markers. */
    static long end(Properties clients, Topic<?> topic, String prefix) throws InterruptedException {
        try (Admin admin = Admin.create(clients)) {
            String name = topic.name(prefix);
            Map<TopicPartition, OffsetSpec> specs = new HashMap<>();
            admin.describeTopics(List.of(name)).allTopicNames().get().values().stream()
                    .flatMap(described -> described.partitions().stream())
                    .forEach(p -> specs.put(new TopicPartition(name, p.partition()), OffsetSpec.latest()));
            return admin.listOffsets(specs).all().get().values().stream()
                    .mapToLong(ListOffsetsResultInfo::offset)
                    .sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot list the offsets of " + topic.name(prefix), e);
        }
    }
}
