/**
 * HTTP: who may ask, the JSON of each page, the stream of events, and the files of the pages.
 */
@NullMarked
package io.copydesk.console.web;

import org.jspecify.annotations.NullMarked;
