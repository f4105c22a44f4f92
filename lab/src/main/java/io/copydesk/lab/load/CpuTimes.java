package io.copydesk.lab.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * CPU time that the process and each of its threads have used so far, in nanoseconds. Threads of the virtual machine are read from
 * {@code /proc} where there is one (<a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5)</a>), in ticks of
 * 10 ms; elsewhere all of them are {@link ThreadRole#OTHER}.
 *
 * @param process of all threads, also of those that have ended
 * @param java by id of the thread
 * @param natives by id of the thread for Linux
 */
record CpuTimes(long process, Map<Long, Used> java, Map<String, Used> natives) {

    private static final Path TASKS = Path.of("/proc/self/task");
    /** Linux counts in this unit whatever the kernel's timer does. */
    private static final long TICK_NANOS = 10_000_000L;

    private static final com.sun.management.OperatingSystemMXBean PROCESS =
            (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /**
     * What a thread used.
     *
     * @param group what it works for
     * @param nanos of CPU time
     */
    record Used(ThreadRole group, long nanos) {}

    /** At this moment. */
    static CpuTimes now() {
        Map<String, Used> natives = nativeThreads();
        return new CpuTimes(PROCESS.getProcessCpuTime(), javaThreads(), natives);
    }

    private static Map<Long, Used> javaThreads() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Map<Long, Used> times = new HashMap<>();
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            long nanos = thread == null ? -1 : threads.getThreadCpuTime(thread.getThreadId());
            if (thread != null && nanos >= 0) {
                times.put(thread.getThreadId(), new Used(ThreadRole.of(thread.getThreadName()), nanos));
            }
        }
        return times;
    }

    private static Map<String, Used> nativeThreads() {
        Map<String, Used> times = new HashMap<>();
        if (!Files.isDirectory(TASKS)) {
            return times;
        }
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
            for (Path task : tasks) {
                try {
                    Used used = ofStat(Files.readString(task.resolve("stat")));
                    if (used.group() != ThreadRole.OTHER) {
                        times.put(task.getFileName().toString(), used);
                    }
                } catch (IOException e) {
                    continue; // it has ended meanwhile
                }
            }
        } catch (IOException e) {
            return Map.of();
        }
        return times;
    }

    /** What a line of {@code /proc/…/stat} says of a thread that Java does not list; others come out as {@link ThreadRole#OTHER}. */
    static Used ofStat(String stat) {
        String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        // Numbers 14 and 15 of the line: time in user mode and in the kernel.
        long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        return new Used(ThreadRole.ofNative(name), ticks * TICK_NANOS);
    }

    /**
     * CPU time by group from {@code start} to this moment. What no thread accounts for, such as that of threads which ended, is {@link
     * ThreadRole#OTHER}, so that the sum is the process's.
     */
    Map<ThreadRole, Long> since(CpuTimes start) {
        Map<ThreadRole, Long> used = new EnumMap<>(ThreadRole.class);
        add(start.java, java, used);
        add(start.natives, natives, used);
        long known = used.values().stream().mapToLong(Long::longValue).sum();
        used.merge(ThreadRole.OTHER, Math.max(0, process - start.process - known), Long::sum);
        return used;
    }

    private static <K> void add(Map<K, Used> before, Map<K, Used> after, Map<ThreadRole, Long> used) {
        after.forEach((thread, now) -> {
            Used then = before.get(thread);
            long nanos = then == null || then.nanos() > now.nanos() ? now.nanos() : now.nanos() - then.nanos();
            used.merge(now.group(), nanos, Long::sum);
        });
    }
}
