package jp.bansho.numbers.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.machine.command.JsonLine;
import jp.bansho.numbers.erasure.CertificatePaper;
import jp.bansho.numbers.erasure.Erasures;
import jp.bansho.numbers.erasure.Run;
import jp.bansho.numbers.erasure.RunState;
import jp.bansho.numbers.staff.StaffRefused;
import jp.bansho.paper.PaperPress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `bansho numbers erasure …`: what the operator may do with erasure runs: see them, complete one that stopped after it
/// was committed, print a certificate. Nobody orders or starts one here (R3, A7).
@Command(
        name = "erasure",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        description = {
            "See erasure runs and complete one that stopped. Ordering and starting is done on screen.",
            "廃棄の実行の状況と、途中で止まった実行の完了。指示と開始は画面だけで行います。"
        })
final class ErasureCommand {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = {"All runs, newest first; counts only.", "廃棄の実行の一覧（件数のみ）。"})
    int list(@Mixin ActorOptions options) {
        try (var machine = Machine.start()) {
            machine.part(Erasures.class).all(machine.actor(options)).forEach(run -> print(run, options));
        }
        return ExitCode.DONE;
    }

    @Command(
            name = "resume",
            mixinStandardHelpOptions = true,
            description = {
                "Complete runs that were committed and then stopped: destroy their keys, write their certificates.",
                "確定後に止まった廃棄を完了します（鍵の破壊と廃棄証明の作成）。"
            })
    int resume(@Mixin ActorOptions options) {
        try (var machine = Machine.start()) {
            var done = machine.part(Erasures.class).resume(machine.actor(options));
            done.forEach(run -> print(run, options));
            if (done.isEmpty() && !options.json()) {
                spec.commandLine().getOut().println("止まっている廃棄はありません。 / Nothing to complete.");
            }
        }
        return ExitCode.DONE;
    }

    @Command(
            name = "certificate",
            mixinStandardHelpOptions = true,
            description = {
                "Print the signed certificate of a run, or write it to a PDF file as a paper.",
                "廃棄証明（署名付き）を出力します。--pdf で帳票をファイルに書き出します。"
            })
    int certificate(
            @Parameters(paramLabel = "RUN", description = "run / 廃棄の実行番号") long number,
            @Option(
                            names = "--pdf",
                            paramLabel = "FILE",
                            description = {"A PDF file that does not exist yet.", "書き出し先のPDFファイル（まだないファイル）。"})
                    @Nullable
                    Path pdf,
            @Mixin ActorOptions options)
            throws IOException {
        try (var machine = Machine.start()) {
            var erasures = machine.part(Erasures.class);
            var run = erasures.all(machine.actor(options)).stream()
                    .filter(one -> one.id() == number && one.state() == RunState.CERTIFIED)
                    .findFirst()
                    .orElseThrow(() -> new StaffRefused("there is no certificate of that run", "その実行の廃棄証明はありません"));
            var out = spec.commandLine().getOut();
            if (pdf != null) {
                var paper = new PaperPress(machine.part(Clock.class))
                        .pdf(CertificatePaper.xhtml(erasures.certificate(run).orElseThrow()));
                Files.write(pdf, paper, StandardOpenOption.CREATE_NEW);
                return ExitCode.DONE;
            }
            out.print(Files.readString(erasures.file(run)));
            out.flush();
        }
        return ExitCode.DONE;
    }

    private void print(Run run, ActorOptions options) {
        spec.commandLine()
                .getOut()
                .println(
                        options.json()
                                ? new JsonLine()
                                        .put("run", run.id())
                                        .put("association", run.association())
                                        .put("day", run.day().toString())
                                        .put("state", run.state().word())
                                        .put("people", run.people())
                                        .put("pensionUses", run.pensionUses())
                                        .put("taxUses", run.taxUses())
                                        .put("orderedBy", run.preparedBy())
                                        .end()
                                : "%6d  組合 %2d  基準日 %s  %-10s 人 %,d  年金 %,d  税 %,d  %s"
                                        .formatted(
                                                run.id(),
                                                run.association(),
                                                run.day(),
                                                run.state().word(),
                                                run.people(),
                                                run.pensionUses(),
                                                run.taxUses(),
                                                run.preparedBy()));
    }
}
