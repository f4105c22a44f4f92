/** One class for each {@code bench} command: it reads its options, calls the package that measures, and prints the figures. */
@NullMarked
package io.copydesk.lab.command;

import org.jspecify.annotations.NullMarked;
