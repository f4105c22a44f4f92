package io.copydesk.ingest.frontier;

/** What was learned of one host from the visits to its pages. Its JSON is persisted. Mutable, for one thread. */
@PersistedFields
final class SiteState {

    EditHabits habits = new EditHabits();
    HostAnswers answers = new HostAnswers();
    EditHints hints = new EditHints();
}
