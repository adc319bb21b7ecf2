package jp.bansho.machine.command;

import java.io.IOException;
import java.nio.file.Path;
import jp.bansho.audit.HeadSigner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `… media dispose`: erasing, degaussing or destroying a medium by two people, with a numbered, signed certificate
/// 媒体廃棄証明 (M5).
@Command(
        name = "dispose",
        mixinStandardHelpOptions = true,
        description = {
            "Note how a medium was erased or destroyed, and write the certificate; two people.",
            "媒体の消去または廃棄を記録し、証明書を書き出します（2人）。"
        })
final class DisposeCommand extends MovesCommand.One {

    @Mixin
    private MediumArgument medium = new MediumArgument();

    @Option(
            names = "--way",
            required = true,
            paramLabel = "WAY",
            description = {
                "OVERWRITTEN (may be used again), DEGAUSSED, SHREDDED, CRUSHED, INCINERATED.",
                "OVERWRITTEN（再利用可）、DEGAUSSED、SHREDDED、CRUSHED、INCINERATED。"
            })
    private Way way = Way.SHREDDED;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FOLDER",
            description = {"Existing folder for the certificate.", "証明書の書き出し先フォルダ。"})
    private Path folder = Path.of("");

    /// How a medium ends.
    enum Way {
        /// Written over as a whole; may be used again.
        OVERWRITTEN("全領域上書き消去 / overwritten as a whole"),
        /// Demagnetised.
        DEGAUSSED("磁気消去 / degaussed"),
        /// Cut to pieces.
        SHREDDED("細断 / shredded"),
        /// Broken by force.
        CRUSHED("破砕 / crushed"),
        /// Burnt.
        INCINERATED("焼却 / incinerated");

        private final String words;

        Way(String words) {
            this.words = words;
        }
    }

    @Override
    int on(LedgerSession session) throws IOException {
        CertificateCommand.requireFolder(folder);
        var signer = session.part(HeadSigner.class);
        var reusable = way == Way.OVERWRITTEN;
        var step = reusable ? "erase" : "destroy";
        var doer = session.doer();
        var signed = session.desk()
                .with(
                        doer,
                        session.witness(doer, step),
                        medium.called(),
                        step,
                        (c, two, it) -> reusable
                                ? session.ledger().disposal().erased(c, two, it.id(), way.words, signer)
                                : session.ledger().disposal().destroyed(c, two, it.id(), way.words, signer));
        return CertificateCommand.written(session, signed, folder);
    }
}
