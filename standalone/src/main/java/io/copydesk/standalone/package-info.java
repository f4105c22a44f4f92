/**
 * The {@code copydesk} command: an embedded broker and both services in one JVM.
 *
 * <p>In: a command line. Out: data on stdout, words and progress on stderr, an exit code. Never: a decision about an
 * article; those are made in the services.
 */
@NullMarked
package io.copydesk.standalone;

import org.jspecify.annotations.NullMarked;
