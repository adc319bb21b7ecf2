package jp.bansho.numbers.command;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import jp.bansho.audit.AuditExport;
import jp.bansho.audit.AuditVerifier;
import jp.bansho.audit.Verification;
import jp.bansho.machine.AuditParts;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.machine.command.JsonLine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `bansho audit …`: prove the record of use (使用の記録), hand it out (L7).
@Command(
        name = "audit",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        subcommands = {EvidenceCommand.class, CertificateCommand.class},
        description = {"Verify or export the audit record.", "使用の記録の検証・書き出し。"})
final class AuditCommand {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = {
                "Verify the record in the database, or an export of it, against the exported heads.",
                "データベースまたは書き出しファイルの記録を、署名済み先頭値と照合します。"
            })
    int verify(
            @Option(
                            names = "--export",
                            paramLabel = "FILE",
                            description = {"An export instead of the database.", "データベースの代わりに書き出しファイル。"})
                    @Nullable
                    Path export,
            @Option(
                            names = "--json",
                            description = {"Machine-readable output.", "機械可読な出力。"})
                    boolean json)
            throws IOException, SQLException {
        var parts = AuditParts.ofEnvironment();
        var verifier = new AuditVerifier(parts.heads(), parts.keys());
        if (export != null) {
            return report(verifier.verify(export), json);
        }
        try (var connection = parts.connect()) {
            var verification = verifier.verify(connection);
            if (!verification.sound()) {
                parts.keepBreak(verification);
                spec.commandLine()
                        .getErr()
                        .println("事故として扱います。手順: docs/runbooks/incident.md。次に正常に起動したとき、事故が登録されます。"
                                + " / This is an incident: docs/runbooks/incident.md. The next sound start opens it.");
            }
            return report(verification, json);
        }
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = {"Write all records to a file, one JSON object a line.", "全記録をファイルに書き出します。"})
    int export(@Parameters(paramLabel = "FILE", description = "output / 出力") Path target)
            throws IOException, SQLException {
        try (var connection = AuditParts.ofEnvironment().connect()) {
            var records = AuditExport.write(connection, target);
            spec.commandLine().getOut().println("%,d 件 records".formatted(records));
            return ExitCode.DONE;
        }
    }

    private int report(Verification verification, boolean json) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(new JsonLine()
                    .put("records", verification.records())
                    .put("heads", verification.heads())
                    .put("findings", verification.findings().size())
                    .put("sound", verification.sound())
                    .end());
        } else {
            out.println("記録 / records %,d 件, 署名済み先頭値 / signed heads %,d 件"
                    .formatted(verification.records(), verification.heads()));
            verification
                    .findings()
                    .forEach(finding -> out.println("  " + finding.japanese() + " / " + finding.english()));
            out.println(verification.sound() ? "改ざんなし / sound" : "改ざんの疑い / NOT SOUND");
        }
        return verification.sound() ? ExitCode.DONE : ExitCode.NOT_SOUND;
    }
}
