/**
 * What an operator's machinery asks a service: is it alive, is it ready, what are its figures.
 *
 * <p>In: suppliers of {@link io.copydesk.kit.health.Health} and of metrics text. Out: HTTP on loopback
 * unless told otherwise. It takes no
 * commands and shows no records.
 */
@NullMarked
package io.copydesk.kit.health;

import org.jspecify.annotations.NullMarked;
