package jp.bansho.bench.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Member;
import jp.bansho.access.Organisation;
import jp.bansho.access.approval.Decision;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.ApprovalDesk;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.vault.Rotation;
import jp.bansho.numbers.vault.RotationOrder;
import jp.bansho.numbers.vault.RotationProgress;
import jp.bansho.numbers.vault.Rotations;
import jp.bansho.seal.KeyPurpose;

/// As [WorkerMain], for look-ups and rotations of one association: one process looks up, others rotate.
public final class RotationMain {

    private RotationMain() {}

    /// Runs until standard input ends. `BANSHO_HOME` names the installation.
    public static void main(String[] arguments) throws Exception {
        try (var desk = new Desk();
                var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            var lookups = new Lookups(desk, 28);
            say("ready");
            for (var line = orders.readLine(); line != null; line = orders.readLine()) {
                var words = line.split("\t", -1);
                var began = System.nanoTime();
                var yield = work(desk, lookups, words);
                say((System.nanoTime() - began) / 1e9
                        + Arrays.stream(yield).mapToObj(each -> "\t" + each).collect(Collectors.joining()));
            }
        }
    }

    private static long[] work(Desk desk, Lookups lookups, String[] words) throws Exception {
        return switch (words[0]) {
            case "choose" -> new long[] {lookups.choose()};
            case "begin" -> {
                lookups.begin(Integer.parseInt(words[1]));
                yield new long[] {0};
            }
            case "end" -> lookups.end();
            case "rotate" -> new long[] {rotate(desk, words)};
            default -> throw new IllegalArgumentException("no such order");
        };
    }

    /// purpose, association, share, then account and person of an applicant and of who approves
    private static long rotate(Desk desk, String[] words) {
        var purpose = KeyPurpose.of(words[1]);
        var association = Integer.parseInt(words[2]);
        var applicant = member(words[4], words[5], Organisation.OPERATOR, AccountRole.OPERATIONS_MANAGER, "operation");
        var approver = member(words[6], words[7], Organisation.FEDERATION, AccountRole.FEDERATION_OFFICER, "general");
        var approvals = desk.part(ApprovalDesk.class);
        var applied = approvals.apply(
                applicant, "key-ceremony", "bench", "bench", "bench", Rotation.payload(purpose, association));
        var approved = approvals.decide(approver, applied.id(), Decision.APPROVE, "");
        var order = new RotationOrder(
                new Actor("bench", Role.OPERATOR, 0), purpose, association, approved.id(), Integer.parseInt(words[3]));
        return desk.part(Rotations.class).rotate(order, RotationProgress.SILENT).total();
    }

    private static Member member(String account, String person, int organisation, AccountRole role, String department) {
        return new Member(account, Long.parseLong(person), "bench", organisation, role, department);
    }

    private static void say(String answer) throws IOException {
        System.out.write((answer + "\n").getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }
}
