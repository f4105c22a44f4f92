package io.copydesk.broker;

import io.copydesk.broker.HeldTransactions.Held;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.requests.RequestHeader;
import org.apache.kafka.common.requests.TransactionResult;
import org.apache.kafka.common.requests.WriteTxnMarkersRequest;
import org.apache.kafka.common.requests.WriteTxnMarkersRequest.TxnMarkerEntry;
import org.apache.kafka.common.requests.WriteTxnMarkersResponse;
import org.apache.kafka.coordinator.transaction.TransactionMetadata;
import org.apache.kafka.coordinator.transaction.TransactionState;

/** Writes the markers that end transactions, as their coordinator would (Kafka's {@code WriteTxnMarkers} request). */
final class TransactionMarkers {

    private static final int TIMEOUT_MS = 30_000;

    private TransactionMarkers() {}

    /**
     * Ends each transaction as decided.
     *
     * @param address host and port of the broker that leads all the partitions
     * @throws IllegalStateException when the broker refuses
     */
    static void write(String address, Map<Held, TransactionMetadata> decisions) {
        int colon = address.lastIndexOf(':');
        try (Socket socket = new Socket(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)))) {
            socket.setSoTimeout(TIMEOUT_MS);
            for (Map.Entry<Held, TransactionMetadata> decided : decisions.entrySet()) {
                write(socket, marker(decided.getKey(), decided.getValue()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write transaction markers to " + address, e);
        }
    }

    /** With the coordinator epoch of the partition's last marker: a higher one would fence the coordinator itself. */
    private static TxnMarkerEntry marker(Held held, TransactionMetadata decision) {
        return new TxnMarkerEntry(
                held.producerId(),
                decision.producerEpoch(),
                held.coordinatorEpoch(),
                TransactionResult.forId(decision.state() == TransactionState.PREPARE_COMMIT),
                List.of(held.partition()),
                decision.clientTransactionVersion().featureLevel());
    }

    private static void write(Socket socket, TxnMarkerEntry marker) throws IOException {
        WriteTxnMarkersRequest request =
                new WriteTxnMarkersRequest.Builder(List.of(marker)).build(ApiKeys.WRITE_TXN_MARKERS.latestVersion());
        RequestHeader header = new RequestHeader(ApiKeys.WRITE_TXN_MARKERS, request.version(), "copydesk-repair", 1);
        ByteBuffer body = request.serializeWithHeader(header);
        byte[] bytes = new byte[body.remaining()];
        body.get(bytes);
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] answer = new byte[in.readInt()];
        in.readFully(answer);
        WriteTxnMarkersResponse response =
                (WriteTxnMarkersResponse) AbstractResponse.parseResponse(ByteBuffer.wrap(answer), header);
        for (Map<TopicPartition, Errors> errors : response.errorsByProducerId().values()) {
            for (Map.Entry<TopicPartition, Errors> error : errors.entrySet()) {
                if (error.getValue() != Errors.NONE) {
                    throw new IllegalStateException("no transaction marker for " + error.getKey() + ": "
                            + error.getValue().message());
                }
            }
        }
    }
}
