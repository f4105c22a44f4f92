/**
 * The final state of the published topics: what is left when every later value has replaced the earlier ones. It is the
 * same for every partition count, order of arrival, speed and crash, and its digest proves it in one line.
 */
@NullMarked
package io.copydesk.verify.state;

import org.jspecify.annotations.NullMarked;
