package io.copydesk.lab.seeded;

import io.copydesk.lab.seeded.RunningTask.Output;
import io.copydesk.lab.seeded.Stage.Service;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** Counts the rare states that runs reach. Not thread-safe. */
final class Observer {

    private final Map<RareState, Long> counts = new EnumMap<>(RareState.class);
    private final Map<Service, Map<TopicPartition, Long>> highest = new EnumMap<>(Service.class);
    private final Set<TaskId> started = new HashSet<>();

    Map<RareState, Long> counts() {
        return counts;
    }

    void reached(RareState state) {
        counts.merge(state, 1L, Long::sum);
    }

    void restored(RunningTask task, SimulatedLog log) {
        boolean restarted = !started.add(task.id());
        boolean empty = true;
        boolean aborted = false;
        for (TopicPartition changelog : task.changelogs()) {
            empty &= log.records(changelog).stream().noneMatch(LogRecord::isCommitted);
            aborted |= log.records(changelog).stream().anyMatch(r -> !r.isCommitted() && !r.isOpen());
        }
        if (restarted && empty) {
            reached(RareState.RESTORE_OF_EMPTY_STORES);
        }
        if (restarted && !empty && task.id().stage() == Stage.DECIDE) {
            reached(RareState.RESTORE_OF_DECIDER);
        }
        if (aborted) {
            reached(RareState.RESTORE_WITH_ABORTED_RECORDS);
        }
    }

    void committed(Transaction transaction) {
        if (transaction.tasks().size() > 1) {
            reached(RareState.COMMIT_OF_SEVERAL_TASKS);
        }
    }

    void aborted(Transaction transaction) {
        if (transaction.tasks().size() > 1) {
            reached(RareState.ABORT_OF_SEVERAL_TASKS);
        }
    }

    void crashed(Service service, Transaction transaction, SimulatedLog log) {
        aborted(transaction);
        reached(transaction.outputs() > 0 ? RareState.CRASH_BETWEEN_OUTPUT_AND_COMMIT : RareState.CRASH_WITHOUT_OUTPUT);
        if (transaction.offsets().keySet().stream().allMatch(input -> log.committedOffset(service, input) == 0)) {
            reached(RareState.CRASH_BEFORE_FIRST_COMMIT);
        }
    }

    void appended(SimulatedLog log, TopicPartition to) {
        List<LogRecord> records = log.records(to);
        int last = records.size() - 1;
        if (last >= 2
                && records.get(last).transaction() == records.get(last - 2).transaction()
                && records.get(last).transaction() != records.get(last - 1).transaction()) {
            reached(RareState.TRANSACTIONS_INTERLEAVED);
        }
    }

    void processed(TaskId task, TopicPartition input, long offset, SimulatedLog log, List<Output> outputs) {
        if (offset > 0
                && log.record(input, offset).timestamp()
                        < log.record(input, offset - 1).timestamp()) {
            reached(RareState.RECORD_TIME_RAN_BACKWARDS);
        }
        Map<TopicPartition, Long> seen = highest.computeIfAbsent(task.stage().service(), service -> new HashMap<>());
        boolean redelivered = seen.getOrDefault(input, -1L) >= offset;
        seen.merge(input, offset, Math::max);
        if (redelivered) {
            switch (task.stage()) {
                case CLEAN -> cleanedAgain(input, outputs);
                case SITE -> sentAgain(input, outputs);
                case DECIDE -> decidedAgain(outputs);
            }
        }
    }

    private void cleanedAgain(TopicPartition input, List<Output> outputs) {
        if (!input.topic().equals(Topics.PAGES.name(Stage.PREFIX))) {
            reached(RareState.REDELIVERED_PUBLISHED_ARTICLE);
            return;
        }
        Map<String, Integer> articles = new HashMap<>();
        for (Output output : of(Topics.ARTICLES, outputs)) {
            articles.merge(key(output), 1, Integer::sum);
            if (article(output).pipeline().withdrawn() != null) {
                reached(RareState.REDELIVERED_WITHDRAWAL);
            }
            reached(
                    article(output).version() == 1
                            ? RareState.REDELIVERED_FIRST_VERSION
                            : RareState.REDELIVERED_LATER_VERSION);
        }
        if (articles.values().stream().anyMatch(versions -> versions > 1)) {
            reached(RareState.REDELIVERED_OLD_CAPTURE);
        }
        if (articles.size() > 1 && !of(Topics.SITE_BOILERPLATE, outputs).isEmpty()) {
            reached(RareState.REDELIVERED_CORRECTION);
        }
        if (!of(Topics.DEAD_LETTERS, outputs).isEmpty()) {
            reached(RareState.REDELIVERED_DEAD_LETTER);
        } else if (of(Topics.LEDGER, outputs).isEmpty()) {
            reached(RareState.REDELIVERED_DUPLICATE);
        } else if (articles.isEmpty()) {
            reached(RareState.REDELIVERED_UNCHANGED);
        }
    }

    private void sentAgain(TopicPartition input, List<Output> outputs) {
        if (input.topic().equals(Stage.ASSIGN)) {
            reached(RareState.REDELIVERED_ASSIGNMENT);
        } else if (!of(Topics.REVISIONS, outputs).isEmpty()) {
            reached(RareState.REDELIVERED_REVISION);
        }
    }

    private void decidedAgain(List<Output> outputs) {
        reached(RareState.REDELIVERED_SKETCH);
        for (Output output : of(Topics.DUPLICATES, outputs)) {
            reached(output.record().value() == null ? RareState.REDELIVERED_RETRACTION : RareState.REDELIVERED_COPY);
        }
        for (Output output : of(Topics.STORIES, outputs)) {
            if (output.record().value() == null
                    && output.record().headers().lastHeader(Topics.STORY_MOVED_TO.name()) != null) {
                reached(RareState.REDELIVERED_MERGE);
            }
        }
    }

    private static List<Output> of(Topic<?> topic, List<Output> outputs) {
        return outputs.stream()
                .filter(output -> output.topic().equals(topic.name(Stage.PREFIX)))
                .toList();
    }

    private static String key(Output output) {
        return new String(output.record().key(), StandardCharsets.UTF_8);
    }

    private static Article article(Output output) {
        try {
            return Json.read(output.record().value(), Article.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
