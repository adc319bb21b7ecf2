package jp.bansho.juki;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;
import jp.bansho.juki.inquiry.Asking;
import jp.bansho.juki.inquiry.Inquiries;
import jp.bansho.juki.results.Delivery;
import jp.bansho.machine.Progress;
import jp.bansho.testing.LoneNetwork;
import jp.bansho.testing.PostgresServer;

/// The Juki-net machine at work in a network that holds its database and the other end of its line; says how often it
/// tried to reach anything else.
final class AloneMain {

    private AloneMain() {}

    public static void main(String[] arguments) throws Exception {
        try (var server = PostgresServer.embedded(null, Map.of());
                var site = JukiSite.on(server)) {
            var job = site.part(Inquiries.class).takeIn(site.parcel(0, 50), site.arrival(), JukiSite.TWO);
            site.part(Asking.class).ask(job.id(), JukiSite.TWO, Progress.SILENT);
            site.part(Delivery.class).handOut(job.id(), site.outbox(), "DISC-1", "jiro", JukiSite.TWO, Progress.SILENT);
            System.out.println("asked=" + site.partner().asked().size());
            System.out.println("tried=" + LoneNetwork.withoutRoute());
        }
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("192.0.2.1", 443), 2000);
            System.out.println("reached");
        } catch (IOException e) {
            System.out.println("refused; counted=" + LoneNetwork.withoutRoute());
        }
    }
}
