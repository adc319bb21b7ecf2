package jp.bansho.numbers.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import javax.sql.DataSource;
import jp.bansho.audit.HeadExport;
import jp.bansho.audit.HeadFile;
import jp.bansho.audit.HeadKeys;
import jp.bansho.numbers.store.StoreBroken;
import org.springframework.stereotype.Component;

/// Carries the signed head of the audit record out of the database: at the start, where a record that was cut or
/// forked stops the machine, and after every piece of work.
@Component
public class HeadKeeper {

    private final DataSource source;
    private final HeadFile file;

    HeadKeeper(DataSource source, Home home, HeadKeys trusted) {
        this.source = source;
        this.file = new HeadFile(home.auditHeads(), trusted);
        export();
    }

    /// Exports the head.
    ///
    /// @throws NotInstalled if the record in the database is not the one whose heads were exported
    public final void export() {
        try (var connection = source.getConnection()) {
            switch (file.export(connection)) {
                case HeadExport.Added _, HeadExport.Unchanged _ -> {}
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
            }
        } catch (SQLException e) {
            throw new StoreBroken(e);
        } catch (IOException e) {
            throw new UncheckedIOException("the head of the audit record could not be exported", e);
        }
    }

    private static NotInstalled broken(String english, String japanese) {
        return new NotInstalled(
                "the audit record was tampered with or an old copy was restored: " + english
                        + "; run: bansho audit verify",
                "使用の記録が改ざんされたか、古い複製が復元されています: " + japanese + "。bansho audit verify を実行してください");
    }
}
