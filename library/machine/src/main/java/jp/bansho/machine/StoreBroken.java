package jp.bansho.machine;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/// The database did not do what it was asked. Carries PostgreSQL's state code, never its message: messages can quote
/// the values of a row.
public final class StoreBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String state;

    /// A failure with its state code.
    public StoreBroken(SQLException cause) {
        super("the database failed / データベースで障害が発生しました (SQLSTATE " + cause.getSQLState() + ", " + describe(cause) + ")");
        this.state = cause.getSQLState() == null ? "" : cause.getSQLState();
    }

    /// PostgreSQL's five-character state code; empty if there was none.
    public String state() {
        return state;
    }

    private static String describe(SQLException cause) {
        if (cause instanceof SQLTransientConnectionException) {
            return "no connection / 接続できません";
        }
        var state = cause.getSQLState() == null ? "" : cause.getSQLState();
        return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
            case "08" -> "connection / 接続";
            case "23" -> "a rule of a table / 表の制約";
            case "28" -> "login / ログイン";
            case "42" -> "right or name / 権限または名前";
            case "53" -> "resources, perhaps a full disk / 資源不足（ディスク容量など）";
            case "57" -> "the server was stopped / サーバ停止";
            default -> cause.getClass().getSimpleName();
        };
    }
}
