/** Dead letters that wait: reading them, and sending their originals back to where they came from. */
@NullMarked
package io.copydesk.standalone.deadletter;

import org.jspecify.annotations.NullMarked;
