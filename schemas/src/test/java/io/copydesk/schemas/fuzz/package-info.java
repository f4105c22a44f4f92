/**
 * The fuzzing harness that the modules' {@code fuzz} test packages share.
 *
 * <p>In: a few seed documents and a property. Out: the property checked on mutations of the seeds, the same ones in every build.
 * Never: a clock or a random source that decides what is tried.
 */
package io.copydesk.schemas.fuzz;
