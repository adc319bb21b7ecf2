package jp.bansho.numbers.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import jp.bansho.access.passkey.EvidenceVerifier;
import jp.bansho.access.passkey.PasskeyEvent.PasskeyEnrolled;
import jp.bansho.access.passkey.Relying;
import jp.bansho.access.passkey.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// `bansho audit evidence`: verifies the passkey assertions that were kept in the record, from an export alone (L1,
/// L7).
/// Verify the export itself first: this command trusts that its records are the ones that were written.
@Command(
        name = "evidence",
        mixinStandardHelpOptions = true,
        description = {
            "Verify the passkey signatures kept in an exported record, without the server.",
            "書き出した使用の記録に残るパスキーの署名を、サーバーなしで検証します。"
        })
final class EvidenceCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            description = {"Export of the record.", "書き出しファイル。"})
    private Path export = Path.of("");

    @Option(
            names = "--host",
            defaultValue = "localhost",
            paramLabel = "NAME",
            description = {"Host name passkeys are bound to.", "パスキーを登録したホスト名。"})
    private String host = "";

    @Option(
            names = "--origin",
            required = true,
            paramLabel = "URL",
            description = {"Address of the terminals.", "業務端末のアドレス。"})
    private String origin = "";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, PasskeyEnrolled> enrolled = new HashMap<>();
    private int genuine;
    private int worthless;

    @Override
    public Integer call() throws IOException {
        var verifier = new EvidenceVerifier(
                new Relying(host, Set.of(origin)), handle -> Optional.ofNullable(enrolled.get(handle)));
        try (var lines = Files.lines(export)) {
            lines.forEach(line -> read(json.readTree(line), verifier));
        }
        var out = spec.commandLine().getOut();
        out.println("署名 / signatures: 真正 / genuine " + genuine + ", 不正 / worthless " + worthless);
        return worthless == 0 ? ExitCode.DONE : ExitCode.NOT_SOUND;
    }

    private void read(JsonNode record, EvidenceVerifier verifier) {
        if (!record.path("details").isString()) {
            return;
        }
        var details = json.readTree(record.path("details").stringValue());
        if (record.path("event").asString("").equals("passkey-enrolled")) {
            enrolled.put(
                    details.path("credential").stringValue(),
                    new PasskeyEnrolled(
                            details.path("account").stringValue(),
                            details.path("credential").stringValue(),
                            details.path("key").stringValue(),
                            details.path("form").stringValue(),
                            details.path("model").stringValue()));
        }
        var evidence = details.path("evidence").asString("");
        if (!evidence.isEmpty()) {
            judge(record, verifier.verify(evidence));
        }
    }

    /// A genuine signature under a record of another's act, or about another person, is worthless too.
    private void judge(JsonNode record, Verdict verdict) {
        var actor = record.path("actor").asString("");
        var seq = record.path("seq").asLong(0);
        var subject = record.path("subject").asLong(0);
        switch (verdict) {
            case Verdict.Genuine(var operation, var _, var _) -> {
                if (!operation.account().equals(actor)) {
                    fault(seq, "other-actor");
                } else if (subject != 0 && !operation.text().contains("\nsubject: " + subject + "\n")) {
                    fault(seq, "other-subject");
                } else {
                    genuine++;
                }
            }
            case Verdict.Worthless(var refusal) -> fault(seq, refusal.word());
        }
    }

    private void fault(long seq, String why) {
        worthless++;
        spec.commandLine().getOut().println("  記録 / record " + seq + ": " + why);
    }
}
