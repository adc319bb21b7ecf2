package jp.bansho.numbers.recovery;

/// A backup or a restore did not go through; the message says why and, where something can be done, what.
public final class RecoveryRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /// A refusal with its reason.
    ///
    /// @param what the file, place or count concerned; never data
    public RecoveryRefused(Reason reason, String what) {
        super(reason.english + " / " + reason.japanese + (what.isEmpty() ? "" : " (" + what + ")"));
        this.reason = reason;
    }

    /// Why it was refused.
    public enum Reason {
        NO_SUCH_FILE("there is no such file or folder", "ファイルまたはフォルダがありません"),
        NOT_SEALED("this is not a sealed file of this system", "このシステムの封印ファイルではありません"),
        OTHER_KIND("this is not a backup of the database", "データベースのバックアップではありません"),
        OTHER_KEY(
                "the file was sealed with another installation’s key, or this home’s key ring is not the right one",
                "別の設定の鍵で封印されたファイルか、このホームの鍵ストアが違います"),
        DAMAGED("the file was altered or damaged", "ファイルが改ざんされたか、壊れています"),
        CUT("the file ends too early: it was cut off or never finished", "ファイルが途中で終わっています（切り詰めまたは未完了）"),
        MANIFEST("a file in the backup is not what PostgreSQL wrote", "バックアップ内のファイルが PostgreSQL の書いたものと一致しません"),
        TABLESPACE("the database has tablespaces, which backups do not cover", "データベースに表領域があり、バックアップの対象にできません"),
        NO_BACKUP_LOGIN(
                "the login for backups is missing; run: bansho numbers init",
                "バックアップ用のログインがありません。bansho numbers init を実行してください"),
        NO_REPLICATION(
                "the server does not let bansho_backup in for replication; see docs/runbooks/backup.md",
                "サーバが bansho_backup のレプリケーション接続を許可していません。docs/runbooks/backup.md を参照してください"),
        SERVER_FAILED("the server broke the backup off", "サーバがバックアップを中断しました"),
        TARGET_EXISTS("the file is already there and is not overwritten", "ファイルが既にあり、上書きはしません"),
        NO_ROOM("the file could not be written to its end, perhaps a full disk", "最後まで書き込めません（ディスク容量など）"),
        ARCHIVE_RUNNING("another process is archiving into this folder", "他のプロセスがこのフォルダに保管中です"),
        OTHER_SERVER("these files come from another database server", "別のデータベースサーバのファイルです"),
        ARCHIVE_GAP(
                "the archive of the write-ahead log has a gap; what comes after it cannot be recovered. Move the later files "
                        + "away to recover up to the gap; the first missing file is named",
                "先行書込みログの保管に欠けがあり、その先は復旧できません。欠けの手前まで復旧するには、それより後のファイルを別の場所に移してください"),
        NOT_EMPTY("the folder is not empty; name a new one", "フォルダが空ではありません。新しいフォルダを指定してください"),
        TOO_EARLY(
                "that moment lies before the end of this backup; take an older backup",
                "指定の時刻はこのバックアップの完了より前です。より古いバックアップを使ってください"),
        TOO_LATE(
                "the archive of the write-ahead log ends before that moment; name an earlier one or leave --until out",
                "先行書込みログの保管が指定の時刻に届いていません。早い時刻を指定するか --until を省いてください"),
        NO_BINARIES(
                "there is no PostgreSQL there; name the folder of its programs",
                "PostgreSQL のプログラムがありません。そのフォルダを指定してください"),
        NO_ADMINISTRATOR(
                "BANSHO_DB_USER and BANSHO_DB_PASSWORD must name the database’s administrator",
                "BANSHO_DB_USER と BANSHO_DB_PASSWORD にデータベース管理者を設定してください"),
        RECOVERY_FAILED("PostgreSQL could not recover; its log says why", "PostgreSQL が復旧できませんでした。ログを確認してください"),
        RECORD_DIFFERS(
                "the restored record of use is not the one whose heads were exported", "復元した使用の記録が、書き出し済みの先頭値と一致しません"),
        RECORDS_LOST(
                "the restored record of use ends before the exported heads; who accepts the loss says --accept-loss with this count",
                "復元した使用の記録は書き出し済みの先頭値より前で終わっています。損失を認める場合は --accept-loss にこの件数を指定してください"),
        PADS_MISSING(
                "numbers were erased after this backup, and the pads as they are since then are missing: copy the newest "
                        + "BANSHO_HOME/pads here",
                "このバックアップの後に個人番号が消去されています。最新の BANSHO_HOME/pads をこのホームに置いてください"),
        KEYS_MISSING("a key this database was filled with is missing", "このデータベースの鍵がありません");

        private final String english;
        private final String japanese;

        Reason(String english, String japanese) {
            this.english = english;
            this.japanese = japanese;
        }
    }

    /// The reason, for the caller that wants to react.
    public Reason reason() {
        return reason;
    }
}
