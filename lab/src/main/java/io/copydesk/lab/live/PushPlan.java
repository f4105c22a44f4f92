package io.copydesk.lab.live;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How a hub and those that it delivers to are tried.
 *
 * @param sites the number of sites
 * @param duration for which they publish
 * @param every how often each of them publishes, on average
 * @param kills of processes meanwhile
 * @param dropOneIn which message the hub drops, 0 for none
 * @param seed of all random choices
 * @param folder for data and logs
 */
public record PushPlan(
        int sites, Duration duration, Duration every, int kills, int dropOneIn, long seed, Path folder) {}
