package jp.bansho.numbers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;
import jp.bansho.numbers.inspection.LogCheck;
import jp.bansho.numbers.staff.Role;
import jp.bansho.testing.LoneNetwork;
import jp.bansho.testing.PostgresServer;

/// The number machine at work in a network that holds nothing but its database; says how often it tried to get out.
final class AloneMain {

    private AloneMain() {}

    public static void main(String[] arguments) throws Exception {
        try (var server = PostgresServer.embedded(null, Map.of());
                var machine = TestMachine.on(server)) {
            machine.register(TestMachine.HYOGO, 0, 200);
            machine.part(LogCheck.class).runAll(machine.actor(Role.OPERATOR));
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
