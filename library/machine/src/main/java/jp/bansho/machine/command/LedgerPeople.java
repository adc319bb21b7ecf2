package jp.bansho.machine.command;

import jp.bansho.machine.Machine;
import jp.bansho.machine.MediaStaff;
import jp.bansho.media.ledger.Actor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Who stands at a medium, in whose ledger, and how the answer is written.
public final class LedgerPeople {

    @Option(
            names = "--as",
            paramLabel = "NAME",
            description = {"Acting person, as in staff.properties (default: the login name).", "業務を行う人（既定: ログイン名）。"})
    private @Nullable String doer;

    @Option(
            names = "--with",
            paramLabel = "NAME",
            description = {"Second person at the medium.", "媒体取扱いの立会者。"})
    private @Nullable String witness;

    @Option(
            names = "--association",
            paramLabel = "CODE",
            description = {"Whose ledger, for people who work for several.", "対象の構成組合（複数を担当する人のみ）。"})
    private @Nullable Integer association;

    @Option(
            names = "--json",
            description = {"Machine-readable output.", "機械可読な出力（JSON）。"})
    private boolean json;

    /// Options that nobody filled in yet.
    public LedgerPeople() {}

    Actor doer(Machine machine) {
        return machine.part(MediaStaff.class).actor(doer == null ? System.getProperty("user.name") : doer, association);
    }

    @Nullable
    Actor witness(Machine machine) {
        return witness == null ? null : machine.part(MediaStaff.class).witness(witness, association);
    }

    boolean json() {
        return json;
    }
}
