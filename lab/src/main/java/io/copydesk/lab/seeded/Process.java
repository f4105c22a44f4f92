package io.copydesk.lab.seeded;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A process of a service, with one producer: its tasks share a transaction. Not thread-safe. */
final class Process {

    private final Stage.Service service;
    private final int number;
    private final List<RunningTask> tasks = new ArrayList<>();
    private @Nullable Transaction open;
    private boolean idle = true;

    Process(Stage.Service service, int number) {
        this.service = service;
        this.number = number;
    }

    Stage.Service service() {
        return service;
    }

    List<RunningTask> tasks() {
        return tasks;
    }

    boolean hasOpenTransaction() {
        return open != null;
    }

    /** The open transaction; begins one when there is none. */
    Transaction transaction() {
        if (open == null) {
            open = new Transaction();
        }
        idle = false;
        return open;
    }

    /** Gives up the open transaction to be ended. */
    Transaction endTransaction() {
        Transaction ended = transaction();
        open = null;
        return ended;
    }

    /** Whether it has processed nothing since it started. */
    boolean isIdle() {
        return idle;
    }

    void restarted() {
        idle = true;
        open = null;
        tasks.clear();
    }

    @Override
    public String toString() {
        return service.applicationId() + "-" + number;
    }
}
