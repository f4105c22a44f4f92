/** The console on topics that were filled with invented records: to be tried by hand, tested in a browser, and measured. */
@NullMarked
package io.copydesk.lab.console;

import org.jspecify.annotations.NullMarked;
