/**
 * One class for each command. A command reads its options, calls the package that does the work, and prints: data to
 * stdout, words to stderr. Exit codes: 0 done, 1 failed, 2 not possible as asked.
 */
@NullMarked
package io.copydesk.standalone.command;

import org.jspecify.annotations.NullMarked;
