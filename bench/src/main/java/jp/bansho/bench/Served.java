package jp.bansho.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/// A machine that answers at an address until it is closed.
///
/// @param process the machine's
/// @param address `https://…/`
record Served(Process process, String address) implements AutoCloseable {

    /// Waits until the process says where it answers.
    static Served of(Process process) throws IOException {
        var answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var said = answers.readLine(); said != null; said = answers.readLine()) {
            if (said.contains("https://")) {
                return new Served(
                        process, said.substring(said.indexOf("https://")).strip());
            }
        }
        throw new IOException("a machine ended before it answered; its reason stands above");
    }

    /// The address as browsers write an origin.
    String origin() {
        return address.replaceAll("/$", "");
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
