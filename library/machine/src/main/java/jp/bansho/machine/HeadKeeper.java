package jp.bansho.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import jp.bansho.audit.AuditTrail;
import jp.bansho.audit.Entry;
import jp.bansho.audit.GroupCommit;
import jp.bansho.audit.HeadExport;
import jp.bansho.audit.HeadExported;
import jp.bansho.audit.HeadFile;
import jp.bansho.audit.HeadKeys;
import jp.bansho.audit.Outcome;
import jp.bansho.audit.SignedHead;
import jp.bansho.audit.Stamp;

/// Carries the signed head of the audit record out of the database: at the start, where a record that was cut or
/// forked stops the machine, and after every piece of work.
public final class HeadKeeper {

    private final DataSource source;
    private final GroupCommit commits;
    private final HeadFile file;
    private final Home home;
    private final MachineName name;
    private final Clock clock;
    private volatile long quiet;

    /// Exports the head of that database at once.
    public HeadKeeper(
            DataSource source, GroupCommit commits, Home home, MachineName name, HeadKeys trusted, Clock clock) {
        this.source = source;
        this.commits = commits;
        this.home = home;
        this.name = name;
        this.clock = clock;
        this.file = new HeadFile(home.auditHeads(), trusted);
        export();
    }

    /// Exports the head and puts on record that it was exported, so that a head file cut at its end shows as well.
    public void exportAndRecord() {
        export().ifPresent(head -> {
            var stamp = new Stamp(name.word(), "machine", "operator", null, null, null, null);
            var entry = new Entry(stamp, new HeadExported(head.seq()));
            try {
                commits.run(connection -> new Outcome<>(true, List.of(entry)));
            } catch (SQLException e) {
                throw new StoreBroken(e);
            }
        });
    }

    /// As [#exportAndRecord], for a server that runs all day: does nothing while nobody worked, so that the record does
    /// not grow by its own exports.
    public void exportIfUsed() {
        long now;
        try (var connection = source.getConnection()) {
            now = AuditTrail.head(connection).map(SignedHead::seq).orElse(0L);
            if (now <= quiet) {
                return;
            }
        } catch (SQLException e) {
            throw new StoreBroken(e);
        }
        exportAndRecord();
        quiet = now + 1;
    }

    /// Exports the head and says where the record stands: what a certificate names, anybody finds among the exported
    /// heads.
    public SignedHead exportedHead() {
        var added = export();
        if (added.isPresent()) {
            return added.get();
        }
        try (var connection = source.getConnection()) {
            return AuditTrail.head(connection).orElseThrow();
        } catch (SQLException e) {
            throw new StoreBroken(e);
        }
    }

    /// Exports the head.
    ///
    /// @return the head, if it was a new one
    /// @throws NotInstalled if the record in the database is not the one whose heads were exported
    public Optional<SignedHead> export() {
        try (var connection = source.getConnection()) {
            return switch (file.export(connection)) {
                case HeadExport.Added(var head, var _) -> Optional.of(head);
                case HeadExport.Unchanged _ -> Optional.empty();
                case HeadExport.WentBack(var database, var exported) ->
                    throw broken(
                            "it ends at " + database + ", but " + exported + " was exported",
                            "末尾が " + database + " ですが、" + exported + " まで書き出し済みです");
                case HeadExport.Contradicted(var seq) ->
                    throw broken(
                            "record " + seq + " is another than the exported one", "記録 " + seq + " が書き出し済みのものと異なります");
                case HeadExport.Damaged(var line) ->
                    throw broken("line " + line + " of the head file is damaged", "先頭値ファイルの " + line + " 行目が壊れています");
                case HeadExport.BadSignature(var seq) ->
                    throw broken("the head at " + seq + " bears no valid signature", seq + " の署名が正しくありません");
            };
        } catch (SQLException e) {
            throw new StoreBroken(e);
        } catch (IOException e) {
            throw new UncheckedIOException("the head of the audit record could not be exported", e);
        }
    }

    private NotInstalled broken(String english, String japanese) {
        BreakFiles.keep(home, clock.instant(), List.of(japanese + " / " + english));
        return new NotInstalled(
                "the audit record was tampered with or an old copy was restored: " + english
                        + "; run: bansho audit verify",
                "使用の記録が改ざんされたか、古い複製が復元されています: " + japanese + "。bansho audit verify を実行してください");
    }
}
