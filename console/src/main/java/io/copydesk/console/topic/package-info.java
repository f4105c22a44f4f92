/**
 * Reads the topics and keeps the indexes up to date, on one thread; says what arrived.
 */
@NullMarked
package io.copydesk.console.topic;

import org.jspecify.annotations.NullMarked;
