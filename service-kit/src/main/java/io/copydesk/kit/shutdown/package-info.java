/**
 * The orderly end of a process.
 *
 * <p>In: things to close, in the order in which they must end. Out: a JVM shutdown hook that closes them
 * within a time limit. It decides nothing about when to stop.
 */
@NullMarked
package io.copydesk.kit.shutdown;

import org.jspecify.annotations.NullMarked;
