/**
 * What flows now: counts by minute, the records that wait for each service, and those who watch.
 */
@NullMarked
package io.copydesk.console.live;

import org.jspecify.annotations.NullMarked;
