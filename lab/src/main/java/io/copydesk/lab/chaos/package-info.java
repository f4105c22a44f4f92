/**
 * Broker and services in JVMs of their own, killed, paused, cut off and restarted while a corpus runs through them; then every
 * topic is verified against an undisturbed run.
 *
 * <p>In: a seed, what to do. Out: findings, restart times, and which rare states were reached. Never: anything but processes,
 * folders and sockets that it made itself.
 */
@NullMarked
package io.copydesk.lab.chaos;

import org.jspecify.annotations.NullMarked;
