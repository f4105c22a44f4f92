package io.copydesk.standalone.watching;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A server on loopback that sends the bytes it is told to, also those that no decent server sends; one site for each host name. */
final class OddWeb implements AutoCloseable {

    /**
     * A request.
     *
     * @param base scheme, host and port
     * @param path with its query
     * @param nth how many requests of the host had this path, this one included
     * @param headers names in lower case
     */
    record Request(String base, String path, int nth, Map<String, String> headers) {}

    /** A response; the body is sent whatever the status. */
    record Response(int status, byte[] body, List<String> headers) {

        static Response of(int status, String... headers) {
            return new Response(status, new byte[0], List.of(headers));
        }

        Response with(byte[] bytes) {
            return new Response(status, bytes, headers);
        }

        Response with(String text) {
            return with(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** What answers the requests to one host. */
    interface Site {
        Response answer(Request request);
    }

    private final ServerSocket listener;
    private final Map<String, Site> sites;
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    /** Host, path and status of each request so far. */
    final Queue<String> log = new ConcurrentLinkedQueue<>();

    /** @param sites by host name */
    OddWeb(Map<String, Site> sites) throws IOException {
        this.sites = Map.copyOf(sites);
        listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "odd-web");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                start(() -> serve(socket));
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (String start = line(in); !start.isEmpty(); start = line(in)) {
                Map<String, String> headers = new TreeMap<>();
                for (String header = line(in); !header.isEmpty(); header = line(in)) {
                    int colon = header.indexOf(':');
                    headers.put(
                            header.substring(0, colon).toLowerCase(Locale.ROOT),
                            header.substring(colon + 1).strip());
                }
                answer(start.split(" ")[1], headers, socket.getOutputStream());
            }
        } catch (IOException e) {
            // The client went away.
        }
    }

    private void answer(String path, Map<String, String> headers, OutputStream out) throws IOException {
        String authority = headers.getOrDefault("host", "");
        String host = authority.replaceFirst(":.*", "");
        int nth = counts.merge(host + " " + path, 1, Integer::sum);
        Request request = new Request("http://" + authority, path, nth, headers);
        Site site = sites.get(host);
        Response response = site == null ? Response.of(404) : site.answer(request);
        log.add(host + " " + path + " " + response.status());
        StringBuilder head = new StringBuilder("HTTP/1.1 " + response.status() + " Said\r\n");
        response.headers().forEach(header -> head.append(header).append("\r\n"));
        head.append("Content-Length: ").append(response.body().length).append("\r\n\r\n");
        out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        out.write(response.body());
        out.flush();
    }

    /** A line without its end; empty at the end of the stream as well. */
    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.write(c);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
