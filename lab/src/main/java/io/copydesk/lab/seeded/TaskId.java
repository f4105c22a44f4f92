package io.copydesk.lab.seeded;

/** A task of a service: a subtopology and the partition that it runs for. */
record TaskId(Stage stage, int partition) {
    @Override
    public String toString() {
        return stage.label() + "-" + partition;
    }
}
