/**
 * Both services in this JVM, on an embedded broker or on a cluster that is named, and the wait until everything that went
 * in has come out.
 */
@NullMarked
package io.copydesk.standalone.pipeline;

import org.jspecify.annotations.NullMarked;
