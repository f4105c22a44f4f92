package io.copydesk.lab.seeded;

import io.copydesk.lab.seeded.RunningTask.Output;
import io.copydesk.lab.seeded.Stage.Service;
import io.copydesk.lab.seeded.Transaction.State;
import io.copydesk.schemas.Sha256;
import io.copydesk.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * One run of the two services over the inputs of a seed. The scheduler draws what happens next: an input arrives, a task processes a
 * record, a process commits, crashes, stalls and is fenced, or gives a task away. Disturbances are limited in number, so that a run
 * ends: when all inputs are consumed and committed. For one thread, for one run.
 */
final class SeedRun {

    /** The most crashes, stalls and rebalances of a run. */
    private static final int DISTURBANCES = 12;

    private static final int MANY_RECORDS = 10;

    private final SplittableRandom random;
    private final Map<Stage, StageRuntime> runtimes;
    private final PlantedFault fault;
    private final Inputs inputs;
    private final boolean disturbed;
    private final SimulatedLog log;
    private final Observer observer;
    private final List<Process> processes = new ArrayList<>();
    private final List<Process> stalled = new ArrayList<>();
    private final Map<TopicPartition, Integer> arrived = new HashMap<>();
    private final Path folder;
    private final List<String> trace = new ArrayList<>();
    private final int stepsForACommit;
    private int disturbances;
    private int started;

    private SeedRun(
            long seed,
            Map<Stage, StageRuntime> runtimes,
            Inputs inputs,
            PlantedFault fault,
            boolean disturbed,
            Observer observer,
            Path folder) {
        this.folder = folder;
        this.random = new SplittableRandom(seed);
        this.runtimes = runtimes;
        this.fault = fault;
        this.inputs = inputs;
        this.disturbed = disturbed;
        this.observer = observer;
        log = new SimulatedLog(fault);
        stepsForACommit = disturbed ? 1 + random.nextInt(12) : 1;
        disturbances = disturbed ? random.nextInt(DISTURBANCES + 1) : 0;
        for (Service service : Service.values()) {
            int count = disturbed ? 1 + random.nextInt(3) : 1;
            for (int i = 0; i < count; i++) {
                processes.add(new Process(service, started++));
            }
        }
        for (Stage stage : Stage.values()) {
            for (int i = 0; i < stage.tasks(inputs.partitions()); i++) {
                assign(new TaskId(stage, i));
            }
        }
    }

    /** A run in which nothing fails: every record is committed before the next is read. */
    static SeedRun undisturbed(Map<Stage, StageRuntime> runtimes, Inputs inputs, PlantedFault fault, Path folder) {
        SeedRun run = new SeedRun(0, runtimes, inputs, fault, false, new Observer(), folder);
        run.run();
        return run;
    }

    static SeedRun disturbed(
            long seed,
            Map<Stage, StageRuntime> runtimes,
            Inputs inputs,
            PlantedFault fault,
            Observer observer,
            Path folder) {
        SeedRun run = new SeedRun(seed, runtimes, inputs, fault, true, observer, folder);
        run.run();
        return run;
    }

    SimulatedLog log() {
        return log;
    }

    /** What happened, one line for each action. */
    List<String> trace() {
        return trace;
    }

    private void run() {
        boolean more = true;
        while (more) {
            more = disturbances > 0 && random.nextInt(8) == 0 && disturb() || act();
        }
    }

    /** One action that is not a disturbance; {@code false} when the run is over. */
    private boolean act() {
        List<Ready> ready = ready();
        List<Process> uncommitted =
                processes.stream().filter(Process::hasOpenTransaction).toList();
        boolean morePages =
                inputs.count() > arrived.values().stream().mapToInt(n -> n).sum();
        if (morePages && (ready.isEmpty() || disturbed && random.nextInt(4) == 0)) {
            arrive();
        } else if (!uncommitted.isEmpty() && (ready.isEmpty() || !disturbed || random.nextInt(stepsForACommit) == 0)) {
            commit(any(uncommitted));
        } else if (!ready.isEmpty()) {
            Ready next = any(ready);
            step(next.process(), next.task(), next.input(), next.offset());
        } else if (!stalled.isEmpty()) {
            release(stalled.get(0));
        } else {
            return false;
        }
        return true;
    }

    private record Ready(Process process, RunningTask task, TopicPartition input, long offset) {}

    private List<Ready> ready() {
        List<Ready> ready = new ArrayList<>();
        for (Process process : processes) {
            for (RunningTask task : process.tasks()) {
                for (TopicPartition input : task.inputs()) {
                    OptionalLong next = task.next(input);
                    if (next.isPresent()) {
                        ready.add(new Ready(process, task, input, next.getAsLong()));
                    } else if (log.records(input).size() > task.position(input) && log.hasOpen(input)) {
                        observer.reached(RareState.READER_HELD_BY_OPEN_TRANSACTION);
                    }
                }
            }
        }
        return ready;
    }

    private void arrive() {
        List<TopicPartition> open = inputs.partitionsOfPages().stream()
                .filter(partition -> arrived.getOrDefault(partition, 0)
                        < inputs.pages(partition).size())
                .toList();
        TopicPartition to = any(open);
        int number = arrived.merge(to, 1, Integer::sum) - 1;
        log.append(to, inputs.pages(to).get(number));
        trace.add("arrive " + to + "@" + number);
    }

    private void step(Process process, RunningTask task, TopicPartition input, long offset) {
        if (!task.isStarted() && !start(task)) {
            return;
        }
        Transaction transaction = process.transaction();
        boolean skipped = offset > task.position(input);
        boolean articlesWait = task.inputs().stream()
                .anyMatch(other -> !other.equals(input) && task.next(other).isPresent());
        List<Output> outputs = task.process(input, offset);
        transaction.consumed(task.id(), input, offset + 1);
        if (fault == PlantedFault.OFFSET_COMMITTED_EARLY) {
            log.commitOffset(process.service(), input, offset + 1);
        }
        StringBuilder line = new StringBuilder("step " + task.id() + " " + input + "@" + offset);
        for (Output output : outputs) {
            line.append(' ')
                    .append(append(
                            task.id(),
                            transaction,
                            output,
                            log.record(input, offset).timestamp()));
        }
        trace.add(line.toString());
        observer.processed(task.id(), input, offset, log, outputs);
        if (skipped) {
            observer.reached(RareState.READER_SKIPPED_ABORTED_RECORDS);
        }
        if (articlesWait && input.topic().equals(Stage.ASSIGN)) {
            observer.reached(RareState.ARTICLE_PENDING_AT_ASSIGNMENT);
        }
    }

    private String append(TaskId task, Transaction transaction, Output output, long arrival) {
        byte[] key = output.record().key();
        byte[] value = published(output, arrival);
        TopicPartition to = new TopicPartition(
                output.topic(), Routing.partition(task, output.topic(), key, value, inputs.partitions()));
        // The handlers of errors leave the time to the producer.
        Long time = output.record().timestamp();
        LogRecord record =
                new LogRecord(key, value, output.record().headers(), time == null ? arrival : time, task, transaction);
        boolean changelog = Stage.isChangelog(output.topic());
        if (fault == PlantedFault.STORE_WRITE_LOST && changelog && random.nextInt(4) == 0) {
            return to + " lost";
        }
        if (fault == PlantedFault.ORDER_SWAPPED && Stage.isRepartition(output.topic())) {
            log.appendBeforeLast(to, record);
        } else {
            log.append(to, record);
        }
        if (!changelog) {
            transaction.produced();
            observer.appended(log, to);
        }
        return to + "=" + (value == null ? "null" : Sha256.hex(value).substring(0, 8));
    }

    private byte @Nullable [] published(Output output, long arrival) {
        byte[] value = output.record().value();
        boolean story = output.topic().equals(Topics.STORIES.name(Stage.PREFIX));
        return fault == PlantedFault.ARRIVAL_ORDER_PUBLISHED && story && value != null
                ? (new String(value, StandardCharsets.UTF_8) + arrival).getBytes(StandardCharsets.UTF_8)
                : value;
    }

    /** Restores the stores of a task; {@code false} when that has to wait, or is cut short by a crash. */
    private boolean start(RunningTask task) {
        for (Process process : List.copyOf(stalled)) {
            if (task.changelogs().stream().anyMatch(log::hasOpen) && process.hasOpenTransaction()) {
                observer.reached(RareState.RESTORE_WAITED_FOR_TRANSACTION);
                release(process);
                return false;
            }
        }
        boolean hasFiles = task.hasFiles();
        task.start();
        observer.restored(task, log);
        if (hasFiles && task.id().stage() == Stage.DECIDE) {
            observer.reached(RareState.RESTORE_FROM_SNAPSHOT);
        }
        if (task.sketches().hasTold()) {
            observer.reached(RareState.RESTORE_FROM_CHANGELOG_END);
        }
        if (disturbances > 0 && random.nextInt(16) == 0) {
            disturbances--;
            observer.reached(RareState.CRASH_DURING_RESTORE);
            crash(owner(task));
            return false;
        }
        trace.add("restored " + task.id());
        return true;
    }

    private Process owner(RunningTask task) {
        return processes.stream()
                .filter(process -> process.tasks().contains(task))
                .findFirst()
                .orElseThrow();
    }

    private void commit(Process process) {
        Transaction transaction = process.endTransaction();
        transaction.end(State.COMMITTED);
        if (fault != PlantedFault.OFFSET_NOT_COMMITTED || random.nextInt(4) > 0) {
            transaction.offsets().forEach((input, next) -> log.commitOffset(process.service(), input, next));
        }
        trace.add("commit " + process);
        if (disturbed) {
            observer.committed(transaction);
            if (transaction.inputs() >= MANY_RECORDS) {
                observer.reached(RareState.COMMIT_OF_MANY_RECORDS);
            }
        }
        if (disturbances > 0 && random.nextInt(16) == 0) {
            disturbances--;
            observer.reached(RareState.CRASH_AFTER_COMMIT);
            crash(process);
        }
    }

    /** One disturbance; {@code false} when none is possible now. */
    private boolean disturb() {
        disturbances--;
        Process process = any(processes);
        switch (random.nextInt(8)) {
            case 0 -> stall(process);
            case 1 -> migrate(process);
            case 2 -> {
                crash(process);
                crash(process);
                observer.reached(RareState.TWO_CRASHES_IN_A_ROW);
            }
            case 3 -> {
                if (random.nextInt(2) == 0) {
                    List.copyOf(processes).forEach(this::crash);
                    observer.reached(RareState.ALL_PROCESSES_CRASHED);
                } else if (!stalled.isEmpty()) {
                    release(stalled.get(0));
                }
            }
            default -> crash(process);
        }
        return true;
    }

    private void crash(Process process) {
        trace.add("crash " + process);
        List<TaskId> tasks = process.tasks().stream().map(RunningTask::id).toList();
        if (process.hasOpenTransaction()) {
            Transaction transaction = process.endTransaction();
            transaction.end(State.ABORTED);
            observer.crashed(process.service(), transaction, log);
        }
        process.restarted();
        tasks.forEach(this::assign);
    }

    /** The process stops without an end: its tasks go to others, its transaction stays open. */
    private void stall(Process process) {
        trace.add("stall " + process);
        List<TaskId> tasks = process.tasks().stream().map(RunningTask::id).toList();
        if (process.hasOpenTransaction()) {
            stalled.add(process);
        }
        processes.set(processes.indexOf(process), new Process(process.service(), started++));
        tasks.forEach(this::assign);
    }

    /** A stalled process goes on until its commit is refused, or its transaction times out before. */
    private void release(Process process) {
        stalled.remove(process);
        if (random.nextBoolean()) {
            wake(process);
            observer.reached(RareState.STALLED_PROCESS_FENCED);
        } else {
            observer.reached(RareState.TRANSACTION_TIMED_OUT);
        }
        Transaction transaction = process.endTransaction();
        transaction.end(State.ABORTED);
        observer.aborted(transaction);
        trace.add("fenced " + process);
    }

    private void wake(Process process) {
        for (RunningTask task : process.tasks()) {
            for (TopicPartition input : task.inputs()) {
                OptionalLong next = task.next(input);
                if (task.isStarted() && next.isPresent()) {
                    step(process, task, input, next.getAsLong());
                    return;
                }
            }
        }
    }

    /** A rebalance without a crash: the process commits, and one of its tasks goes to any process of the service. */
    private void migrate(Process process) {
        if (process.hasOpenTransaction()) {
            commit(process);
        }
        if (!process.tasks().isEmpty()) {
            RunningTask task = any(process.tasks());
            process.tasks().remove(task);
            trace.add("migrate " + task.id());
            assign(task.id());
            observer.reached(RareState.TASK_MIGRATED);
        }
    }

    private void assign(TaskId task) {
        Process to = any(processes.stream()
                .filter(process -> process.service() == task.stage().service())
                .toList());
        Path files = folder.resolve(to.toString()).resolve(task.toString());
        to.tasks().add(new RunningTask(task, files, Objects.requireNonNull(runtimes.get(task.stage())), log));
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
