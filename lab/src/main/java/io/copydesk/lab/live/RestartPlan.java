package io.copydesk.lab.live;

import java.nio.file.Path;
import java.util.List;

/**
 * How the enrich service is killed with much state.
 *
 * @param articles in its state at each measurement, ascending
 * @param times kills at each of these sizes
 * @param partitions of the topics
 * @param seed of the invented articles
 * @param lost whether the state is deleted after each kill, but for the instance's id
 * @param settings of the service beside those that the trial needs, each {@code section.key=value}
 * @param folder for the broker, the state and the log
 */
public record RestartPlan(
        List<Integer> articles,
        int times,
        int partitions,
        long seed,
        boolean lost,
        List<String> settings,
        Path folder) {}
