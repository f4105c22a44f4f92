package io.copydesk.lab.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Passes TCP connections on to another port of 127.0.0.1, and can be cut: then nothing passes in either direction and nobody is told,
 * as when a cable is pulled. Thread-safe.
 */
final class Proxy implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    private final ServerSocket server;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "proxy");
        thread.setDaemon(true);
        return thread;
    });
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition mended = lock.newCondition();
    private boolean cut;

    private Proxy(ServerSocket server, int target) {
        this.server = server;
        this.target = target;
    }

    /** Listens on a free port for connections to {@code target}. */
    static Proxy to(int target) throws IOException {
        Proxy proxy = new Proxy(new ServerSocket(0, 50, InetAddress.getByName(LOOPBACK)), target);
        proxy.threads.execute(proxy::accept);
        return proxy;
    }

    int port() {
        return server.getLocalPort();
    }

    /** From now on nothing passes. */
    void cut() {
        set(true);
    }

    /** What was held back passes, and all that follows. */
    void mend() {
        set(false);
    }

    private void set(boolean value) {
        lock.lock();
        try {
            cut = value;
            mended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void awaitMended() throws InterruptedException {
        lock.lock();
        try {
            while (cut) {
                mended.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                sockets.add(client);
                threads.execute(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        try {
            awaitMended();
            Socket broker = new Socket(LOOPBACK, target);
            sockets.add(broker);
            threads.execute(() -> pump(client, broker));
            threads.execute(() -> pump(broker, client));
        } catch (IOException refused) {
            close(client);
        } catch (InterruptedException e) {
            close(client);
            Thread.currentThread().interrupt();
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[1 << 16];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                awaitMended();
                out.write(buffer, 0, n);
            }
        } catch (IOException ended) {
            // the other side sees its end of it
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        sockets.forEach(Proxy::close);
        threads.shutdownNow();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException ignored) {
            // it is of no use any more
        }
    }
}
