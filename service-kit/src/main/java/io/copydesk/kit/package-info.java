/**
 * What every service needs, free of domain logic: {@code config}, {@code health}, {@code metrics}, {@code
 * streams} and {@code shutdown}, and
 * {@link io.copydesk.kit.ServiceProcess}, which puts them together.
 */
@NullMarked
package io.copydesk.kit;

import org.jspecify.annotations.NullMarked;
