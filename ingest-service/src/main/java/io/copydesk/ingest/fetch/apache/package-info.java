/**
 * The HTTP backend on Apache HttpComponents 5 (asynchronous, HTTP/1.1 and HTTP/2); the only package that uses that library.
 *
 * @see io.copydesk.ingest.fetch.apache.ApacheBackend
 */
@NullMarked
package io.copydesk.ingest.fetch.apache;

import org.jspecify.annotations.NullMarked;
