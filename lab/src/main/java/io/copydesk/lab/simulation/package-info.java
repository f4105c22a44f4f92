/**
 * A discrete-event simulation of a web of invented feeds with different rhythms and server behaviour: the real frontier
 * topology runs against it under a virtual clock, and other projects' poll schedules beside it. In: a seed. Out: missed
 * items, discovery delay, number of requests, violations of the rules of politeness. Never: the network or the system clock.
 */
@NullMarked
package io.copydesk.lab.simulation;

import org.jspecify.annotations.NullMarked;
