package io.copydesk.ingest.fetch.apache;

import io.copydesk.ingest.fetch.backend.BackendRequest;
import io.copydesk.ingest.fetch.backend.BackendResponse;
import io.copydesk.ingest.page.Header;
import io.copydesk.schemas.FailureReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.impl.BasicEntityDetails;
import org.apache.hc.core5.http.nio.AsyncClientExchangeHandler;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.jspecify.annotations.Nullable;

/** Sends one request and collects the response up to its limits. Driven by one thread of the reactor; the questions about its
 * progress may come from any thread. */
final class ResponseReader implements AsyncClientExchangeHandler {

    /** The most characters of all names and values of the header fields together. */
    static final int MAX_HEAD = 256 * 1024;

    private static final int MAX_INFORMATION = 16;

    /** Receives how it ended; only the first call counts. */
    interface Listener {
        void received(BackendResponse response);

        void broke(Exception cause);
    }

    private final HttpRequest request;
    private final @Nullable ByteBuffer form;
    private final int limit;
    private final boolean startSuffices;
    private final Listener listener;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private List<Header> headers = List.of();
    private int status;
    private int information;
    private boolean onKeptConnection;
    private boolean ended;

    /**
     * @param form the body of the request, {@code null} for none
     * @param limit the most bytes of a document
     * @param startSuffices whether the start of a longer document is of use
     */
    ResponseReader(HttpRequest request, @Nullable String form, int limit, boolean startSuffices, Listener listener) {
        this.request = request;
        this.form = form == null ? null : ByteBuffer.wrap(form.getBytes(StandardCharsets.US_ASCII));
        this.limit = limit;
        this.startSuffices = startSuffices;
        this.listener = listener;
    }

    @Override
    public void produceRequest(RequestChannel channel, HttpContext context) throws HttpException, IOException {
        EndpointDetails connection = HttpCoreContext.cast(context).getEndpointDetails();
        setOnKeptConnection(connection != null && connection.getRequestCount() > 0);
        channel.sendRequest(request, form == null ? null : new BasicEntityDetails(form.remaining(), null), context);
    }

    @Override
    public void consumeInformation(HttpResponse response, HttpContext context) throws IOException {
        if (response.getCode() == 101) {
            throw new Problem(FailureReason.MALFORMED, "A switch of protocols (101) that was not requested");
        }
        if (++information > MAX_INFORMATION) {
            throw new Problem(FailureReason.MALFORMED, "More than " + MAX_INFORMATION + " interim responses");
        }
    }

    @Override
    public synchronized void consumeResponse(HttpResponse response, EntityDetails entity, HttpContext context)
            throws IOException {
        headers = fields(response);
        status = response.getCode();
        if (document() && entity != null && entity.getContentLength() > limit && !startSuffices) {
            throw tooLarge();
        }
        if (entity == null) {
            end(false);
        } else if (status / 100 == 3) {
            end(true); // the location is in the head
        }
    }

    @Override
    public synchronized void consume(ByteBuffer data) throws IOException {
        int room = (document() ? limit : BackendRequest.MAX_OTHER_BODY) - body.size();
        byte[] bytes = new byte[ended ? 0 : Math.min(room, data.remaining())];
        boolean over = data.remaining() > room;
        data.get(bytes);
        data.position(data.limit());
        body.write(bytes, 0, bytes.length);
        if (over && document() && !startSuffices) {
            throw tooLarge();
        }
        if (over) {
            end(true);
        }
    }

    @Override
    public synchronized void streamEnd(List<? extends org.apache.hc.core5.http.Header> trailers) {
        end(false);
    }

    @Override
    public void failed(Exception cause) {
        listener.broke(cause);
    }

    @Override
    public void cancel() {
        listener.broke(new Problem(FailureReason.RESET, "The connection was closed"));
    }

    /** The part received so far of a response with status 400 or more. */
    synchronized Optional<BackendResponse> refusalSoFar() {
        return status >= 400
                ? Optional.of(new BackendResponse(status, headers, body.toByteArray(), true))
                : Optional.empty();
    }

    /** Where it is, as the end of a sentence. */
    synchronized String progress() {
        return status == 0 ? "waiting for the response" : "after " + body.size() + " bytes of the body";
    }

    private synchronized void setOnKeptConnection(boolean kept) {
        onKeptConnection = kept;
    }

    /** True when the connection had served another request before and nothing of the response to this one came. */
    synchronized boolean keptConnectionGaveNothing() {
        return onKeptConnection && status == 0 && information == 0;
    }

    /** True once the head was received. */
    synchronized boolean begun() {
        return status != 0;
    }

    private boolean document() {
        return status / 100 == 2;
    }

    private void end(boolean cut) {
        if (!ended) {
            ended = true;
            listener.received(new BackendResponse(status, headers, body.toByteArray(), cut));
        }
    }

    private Problem tooLarge() {
        return new Problem(FailureReason.TOO_LARGE, "The body is larger than " + limit + " bytes");
    }

    private static List<Header> fields(HttpResponse response) throws Problem {
        List<Header> fields = new ArrayList<>();
        int size = 0;
        for (org.apache.hc.core5.http.Header field : response.getHeaders()) {
            String value = field.getValue() == null ? "" : field.getValue().strip();
            size += field.getName().length() + value.length();
            fields.add(new Header(field.getName(), value));
        }
        if (size > MAX_HEAD) {
            throw new Problem(FailureReason.TOO_LARGE, "The head is larger than " + MAX_HEAD + " bytes");
        }
        return List.copyOf(fields);
    }

    @Override
    public void updateCapacity(CapacityChannel channel) throws IOException {
        channel.update(Integer.MAX_VALUE);
    }

    @Override
    public int available() {
        return form == null ? 0 : form.remaining();
    }

    @Override
    public void produce(DataStreamChannel channel) throws IOException {
        if (form != null) {
            channel.write(form);
            if (!form.hasRemaining()) {
                channel.endStream();
            }
        }
    }

    @Override
    public void releaseResources() {}
}
