package io.copydesk.lab.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ProxyTest {

    @Test
    void whatIsSentWhileItIsCutArrivesWhenItIsMended() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
                Proxy proxy = Proxy.to(server.getLocalPort());
                Socket client = new Socket("127.0.0.1", proxy.port());
                Socket accepted = server.accept()) {
            client.getOutputStream().write(1);
            assertThat(accepted.getInputStream().read()).isEqualTo(1);
            accepted.getOutputStream().write(2);
            assertThat(client.getInputStream().read()).isEqualTo(2);

            proxy.cut();
            client.getOutputStream().write(3);
            accepted.setSoTimeout(300);
            assertThatThrownBy(() -> accepted.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);

            proxy.mend();
            accepted.setSoTimeout(30_000);
            assertThat(accepted.getInputStream().read()).isEqualTo(3);
        }
    }

    @Test
    void anEndOfTheConnectionReachesTheOtherSide() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
                Proxy proxy = Proxy.to(server.getLocalPort())) {
            Socket client = new Socket("127.0.0.1", proxy.port());
            try (Socket accepted = server.accept()) {
                client.close();

                assertThat(accepted.getInputStream().read()).isEqualTo(-1);
            }
        }
    }
}
