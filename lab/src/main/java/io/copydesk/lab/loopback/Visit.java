package io.copydesk.lab.loopback;

/**
 * One request as the server saw it. Times are those of {@link System#nanoTime}.
 *
 * @param authority of the URL: host, and port unless it is 80
 * @param path with query
 * @param start when the request was read
 * @param end when the response was about to be written
 * @param status of the response
 * @param notBefore the time that {@code Retry-After} named, {@code start} without one
 */
public record Visit(String authority, String path, long start, long end, int status, long notBefore) {}
