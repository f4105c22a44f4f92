/**
 * Properties that the parsers of this module have on any bytes: no exception, bounded time and output, valid text, and a fixed point
 * where one is promised. {@link io.copydesk.schemas.fuzz.Fuzz} says how to try more inputs and how to keep one that fails.
 */
package io.copydesk.ingest.fuzz;
