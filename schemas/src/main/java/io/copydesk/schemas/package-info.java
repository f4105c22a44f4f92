/**
 * What crosses a topic. One record per message, with schema.org field names and one {@code pipeline} object for what no
 * standard names; their JSON Schemas, serdes, and the catalogue of topics.
 *
 * <p>In: nothing. Out: types that every other module shares. Never: behaviour of a stage, a network call, a clock.
 */
@NullMarked
package io.copydesk.schemas;

import org.jspecify.annotations.NullMarked;
