package io.copydesk.lab.seeded;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** What one process produced and consumed since its last commit. It ends once, committed or aborted. Not thread-safe. */
final class Transaction {

    /** How far a transaction came. */
    enum State {
        OPEN,
        COMMITTED,
        ABORTED
    }

    private final Map<TopicPartition, Long> offsets = new HashMap<>();
    private final Set<TaskId> tasks = new LinkedHashSet<>();
    private State state = State.OPEN;
    private int outputs;
    private int inputs;

    /** A transaction that is committed already, for producers outside the services. */
    static Transaction committed() {
        Transaction transaction = new Transaction();
        transaction.end(State.COMMITTED);
        return transaction;
    }

    void consumed(TaskId task, TopicPartition from, long nextOffset) {
        tasks.add(task);
        offsets.put(from, nextOffset);
        inputs++;
    }

    void produced() {
        outputs++;
    }

    /**
     * Commits or aborts.
     *
     * @throws IllegalStateException when it has ended already
     */
    void end(State ended) {
        if (state != State.OPEN) {
            throw new IllegalStateException("the transaction is " + state + " already");
        }
        state = ended;
    }

    State state() {
        return state;
    }

    /** The offsets to commit with it: the next to read of each partition. */
    Map<TopicPartition, Long> offsets() {
        return offsets;
    }

    Set<TaskId> tasks() {
        return tasks;
    }

    int inputs() {
        return inputs;
    }

    int outputs() {
        return outputs;
    }
}
