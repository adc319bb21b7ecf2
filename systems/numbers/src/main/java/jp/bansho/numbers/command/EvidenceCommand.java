package jp.bansho.numbers.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import jp.bansho.access.passkey.EvidenceVerifier;
import jp.bansho.access.passkey.PasskeyEvent.PasskeyEnrolled;
import jp.bansho.access.passkey.Relying;
import jp.bansho.access.passkey.Verdict;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.numbers.inspection.EvidenceBinding;
import jp.bansho.numbers.staff.PurposeTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// `bansho audit evidence`: verifies the passkey assertions that were kept in the record, from an
/// export alone (L1, L7). Verify the export itself first: this command trusts that its records are
/// the ones that were written.
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
    private final Set<String> used = new HashSet<>();
    private final PurposeTable purposes = PurposeTable.ofRelease();
    private int genuine;
    private int worthless;
    private int missing;

    @Override
    public Integer call() throws IOException {
        var verifier = new EvidenceVerifier(
                new Relying(host, Set.of(origin)), handle -> Optional.ofNullable(enrolled.get(handle)));
        try (var lines = Files.lines(export)) {
            lines.filter(line -> line.startsWith("{")).forEach(line -> read(json.readTree(line), verifier));
        }
        var out = spec.commandLine().getOut();
        out.println("署名 / signatures: 真正 / genuine " + genuine + ", 不正 / worthless " + worthless + ", 欠落 / missing "
                + missing);
        return worthless + missing == 0 ? ExitCode.DONE : ExitCode.NOT_SOUND;
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
            judge(record, details, verifier.verify(evidence));
        } else if (EvidenceBinding.missing(
                purposes,
                record.path("event").asString(""),
                record.path("purpose").asString(""))) {
            missing++;
            spec.commandLine()
                    .getOut()
                    .println("  記録 / record " + record.path("seq").asLong(0) + ": missing");
        }
    }

    /// A genuine signature under the record of another act is worthless, too, and so is one used a second time.
    private void judge(JsonNode record, JsonNode details, Verdict verdict) {
        var seq = record.path("seq").asLong(0);
        switch (verdict) {
            case Verdict.Genuine(var operation, var _, var _) -> {
                var signed = new HashMap<String, String>();
                operation.text().lines().map(line -> line.split(": ", 2)).forEach(line -> signed.put(line[0], line[1]));
                var misfit = EvidenceBinding.misfit(signed, bound(record, details));
                if (misfit.isPresent()) {
                    fault(seq, misfit.get());
                } else if (!used.add(operation.text())) {
                    fault(seq, "used-twice");
                } else {
                    genuine++;
                }
            }
            case Verdict.Worthless(var refusal) -> fault(seq, refusal.word());
        }
    }

    private static EvidenceBinding.Bound bound(JsonNode record, JsonNode details) {
        var association = record.path("association");
        var subject = record.path("subject");
        return new EvidenceBinding.Bound(
                record.path("event").asString(""),
                record.path("actor").asString(""),
                association.isNumber() ? Integer.valueOf(association.intValue()) : null,
                subject.isNumber() ? Long.valueOf(subject.longValue()) : null,
                record.path("purpose").asString(""),
                details.path("caseReference").asString(""),
                at(record.path("at").asString("")));
    }

    /// A record whose time cannot be read fits no signature.
    private static Instant at(String time) {
        try {
            return Instant.parse(time);
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }

    private void fault(long seq, String why) {
        worthless++;
        spec.commandLine().getOut().println("  記録 / record " + seq + ": " + why);
    }
}
