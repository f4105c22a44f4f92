/**
 * Properties of reading configuration files that hold for any bytes. {@link io.copydesk.schemas.fuzz.Fuzz} says how to try more inputs
 * and how to keep one that fails.
 */
package io.copydesk.kit.fuzz;
