/** Rules that are added and removed while the role runs, by records of a topic that every instance, the command line and the console read. */
@NullMarked
package io.copydesk.alerts.added;

import org.jspecify.annotations.NullMarked;
