package io.copydesk.ingest.fetch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A listener on loopback that answers byte by byte as a test says, and counts connections. */
final class RawServer implements AutoCloseable {

    /** What a connection is answered with, once the request's head is read. */
    interface Answer {
        void give(Connection connection) throws Exception;
    }

    /** @param head the request's lines */
    record Connection(Socket socket, List<String> head, OutputStream out) {

        String path() {
            return head.isEmpty() ? "" : head.get(0).split(" ")[1];
        }

        void write(String text) throws IOException {
            write(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        void write(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }

        void respond(String head, byte[] body) throws IOException {
            write(head + "\r\nContent-Length: " + body.length + "\r\n\r\n");
            write(body);
        }

        /** Waits until the client has gone. */
        void awaitEnd() throws IOException {
            while (socket.getInputStream().read() >= 0) {
                continue;
            }
        }
    }

    private static final int REMEMBERED = 1000;

    private final ServerSocket listener;
    private final Answer answer;
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger served = new AtomicInteger();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Queue<List<String>> requests = new ConcurrentLinkedQueue<>();

    private Thread accepting;

    private RawServer(ServerSocket listener, Answer answer) {
        this.listener = listener;
        this.answer = answer;
    }

    static RawServer on(String address, int port, Answer answer) throws IOException {
        ServerSocket listener = new ServerSocket();
        listener.bind(new InetSocketAddress(InetAddress.getByName(address), port), 1000);
        RawServer server = new RawServer(listener, answer);
        server.accepting = daemon(server::accept);
        return server;
    }

    static RawServer onLoopback(Answer answer) throws IOException {
        return on("127.0.0.1", 0, answer);
    }

    int port() {
        return listener.getLocalPort();
    }

    int accepted() {
        return accepted.get();
    }

    int open() {
        return open.size();
    }

    /** The heads of the first requests. */
    List<List<String>> requests() {
        return List.copyOf(requests);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                socket.setTcpNoDelay(true);
                accepted.incrementAndGet();
                open.add(socket);
                daemon(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            List<String> head = head(lines);
            while (!head.isEmpty()) {
                if (served.incrementAndGet() <= REMEMBERED) {
                    requests.add(head);
                }
                answer.give(new Connection(socket, head, socket.getOutputStream()));
                head = socket.isClosed() || socket.isOutputShutdown() ? List.of() : head(lines);
            }
        } catch (Exception clientWentAway) {
            // expected: most tests end so
        } finally {
            open.remove(socket);
        }
    }

    private static List<String> head(BufferedReader lines) throws IOException {
        List<String> head = new ArrayList<>();
        for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
            head.add(line);
        }
        return head;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "raw-server");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        try {
            accepting.join(); // the port takes connections as long as accept() has not returned
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Socket socket : open) {
            socket.close();
        }
    }
}
