/**
 * The final state of the published topics: what is left when every later value has replaced the earlier ones. It is the
 * same for every partition count, order of arrival, speed and crash, and its digest says so in one line.
 */
package io.copydesk.standalone.state;
