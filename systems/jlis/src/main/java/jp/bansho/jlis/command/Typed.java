package jp.bansho.jlis.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import jp.bansho.identifiers.Parsed;
import jp.bansho.identifiers.ResidentRecordCode;

/// What is typed or piped in, one line an item; an item that is not right is asked for no second time.
final class Typed {

    private final BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    private final PrintWriter out;

    Typed(PrintWriter out) {
        this.out = out;
    }

    String line(String english, String japanese, int most) {
        out.print(japanese + " / " + english + ": ");
        out.flush();
        try {
            var line = in.readLine();
            if (line == null || line.isBlank() || line.codePointCount(0, line.length()) > most || isUnfit(line)) {
                throw new TypedRefused(english, japanese);
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException("standard input is not readable", e);
        }
    }

    ResidentRecordCode code() {
        var english = "resident record code";
        var japanese = "住民票コード";
        return switch (ResidentRecordCode.parse(line(english, japanese, ResidentRecordCode.WIDTH))) {
            case Parsed.Valid<ResidentRecordCode>(var code) -> code;
            case Parsed.Invalid<ResidentRecordCode> _ -> throw new TypedRefused(english, japanese);
        };
    }

    int municipality() {
        var english = "municipality code, five digits";
        var japanese = "市町村コード（5桁）";
        var line = line(english, japanese, 5);
        if (!line.matches("[0-9]{5}") || line.startsWith("00")) {
            throw new TypedRefused(english, japanese);
        }
        return Integer.parseInt(line);
    }

    /// What no file of the line could hold.
    private static boolean isUnfit(String line) {
        return line.chars().anyMatch(each -> each == ',' || each == '"' || Character.isISOControl(each));
    }
}
