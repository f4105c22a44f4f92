package io.copydesk.lab.loopback;

/**
 * One request as the server saw it. Times are those of {@link System#nanoTime}.
 *
 * @param authority the host that was asked
 * @param path with query
 * @param start when the request was read
 * @param end when the last of the answer was about to be written
 * @param status of the answer
 * @param notBefore when the host wants to be asked again, {@code start} when it did not say
 */
public record Visit(String authority, String path, long start, long end, int status, long notBefore) {}
