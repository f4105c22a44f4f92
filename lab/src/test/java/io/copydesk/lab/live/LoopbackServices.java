package io.copydesk.lab.live;

import io.copydesk.ingest.IngestRoles;
import io.copydesk.kit.ServiceProcess;
import java.net.InetAddress;
import java.util.List;

/** The roles of the ingest module as deployed, except that every host is on loopback. */
final class LoopbackServices {

    private LoopbackServices() {}

    public static void main(String[] arguments) {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        System.exit(new ServiceProcess(IngestRoles.all(host -> List.of(loopback))).run(System.getenv(), arguments));
    }
}
