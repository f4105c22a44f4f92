/**
 * Invented events and reports of them, and how well the stories that are formed of them agree with the events.
 *
 * <p>In: a seed. Out: articles with gold answers; figures. Never: a text of anyone else.
 */
@NullMarked
package io.copydesk.lab.story;

import org.jspecify.annotations.NullMarked;
