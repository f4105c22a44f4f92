/** What shortens the start of a service's JVM. */
@NullMarked
package io.copydesk.kit.launch;

import org.jspecify.annotations.NullMarked;
