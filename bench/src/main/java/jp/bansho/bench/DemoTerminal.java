package jp.bansho.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The end of the demo: people who may come in at the business terminals, and the terminals themselves.
final class DemoTerminal {

    private static final String ASSOCIATION = "28";

    private final Door door;
    private final Path home;

    DemoTerminal(Door door, Path home) {
        this.door = door;
        this.home = home;
    }

    /// Registers three people and prints their slips; serves the terminals if that is wanted.
    int offer(boolean serve, boolean keep) throws IOException, InterruptedException {
        Files.writeString(home.resolve("terminal.properties"), "environment = 練習用\n", StandardCharsets.UTF_8);
        System.out.println();
        System.out.println("業務端末の利用者 / people for the terminals (association " + ASSOCIATION + "):");
        var slips = new ArrayList<String>();
        if (!add("user-manager", "general", "D001", "番所 管理", slips)
                || !add("senior-clerk", "pension", "D002", "番所 年金", slips)
                || !add("auditor", "audit", "D003", "番所 監査", slips)) {
            System.err.println("bansho: a step failed / 失敗した手順があります");
            return 1;
        }
        slips.forEach(System.out::println);
        System.out.println(
                "  初回: 「はじめてログインする方」→ 仮パスワード → パスキー登録 / first login: temporary password, then enrol a passkey");
        if (serve) {
            return door.show(List.of("numbers", "serve")) == 0 ? 0 : 1;
        }
        System.out.println(
                keep
                        ? "  業務端末は下の numbers serve で開きます / open the terminals with numbers serve, below"
                        : "  この実演のデータベースは終わると消えます。業務端末を開くには / this database goes with the demo; to open the"
                                + " terminals: ./bansho demo --serve");
        return 0;
    }

    private boolean add(String role, String department, String staffNumber, String name, List<String> slips)
            throws IOException, InterruptedException {
        var answer = door.register(ASSOCIATION, role, department, staffNumber, name);
        slips.add("  %-14s ID %-12s 仮パスワード / temporary password %s"
                .formatted(role, answer.text("account"), answer.text("temporaryPassword")));
        return answer.code() == 0 && !answer.text("account").isEmpty();
    }
}
