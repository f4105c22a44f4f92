/**
 * Properties that the decoder, the extractor and the date reader have on any bytes: no exception, bounded time and output, valid text.
 * {@link io.copydesk.schemas.fuzz.Fuzz} says how to try more inputs and how to keep one that fails.
 */
package io.copydesk.extraction.fuzz;
