/**
 * The console: a service that reads the topics as any subscriber does and shows them as web pages, live. What it shows it keeps in
 * an index of its own, which is rebuilt from the topics whenever it is missing; it writes nothing unless that is allowed.
 */
@NullMarked
package io.copydesk.console;

import org.jspecify.annotations.NullMarked;
