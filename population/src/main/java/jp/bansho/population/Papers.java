package jp.bansho.population;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/// The two papers beside the files: what this folder is, and who the associations are.
final class Papers {

    private static final String README = """
            これは架空のデータです。実在の人物・団体とは関係ありません。
            氏名、住所、家族、金額はすべて乱数で作りました。個人番号・住民票コードも無作為に作ったもので、検査用数字は正しく計算してあります。
            そのため、実在する番号と偶然に一致することがあり得ます。試験、実演、性能測定のほかには使わないでください。
            市区町村名とコードだけは実在のものです。組合名には「（架空）」を付けています。

            This is invented data. It has nothing to do with any real person or body.
            Names, addresses, families and amounts were made by chance. So were the Individual Numbers and the resident record codes;
            their check digits are valid, so a number may coincide with a real one by chance. Use it for tests, demonstrations and
            measurements only. Only the municipalities and their codes are real. The associations are marked （架空）, "invented".

            identity-results-AA.csv    本人確認情報照会結果   answers of the resident register network (UTF-8)
            identity-results-AA-2.csv  翌奇数月の照会結果     the same two months later (only with faults or the next month)
            dependants-AA.csv          扶養控除対象者ファイル dependants with their numbers (ASCII)
            identifiers-AA.csv         利用番号等ファイル     other identifiers per user number (ASCII)
            withholding-source.csv     源泉徴収票ファイル     withholding slips without numbers (Shift_JIS)
            residents.csv              住民（J-LIS側）        the resident register, everybody with number and code (UTF-8)
            pensioners-AA.csv          年金受給者等ファイル   recipients and spouses as the pension side knows them (UTF-8)
            awards-AA.csv              年金裁定ファイル       awards: who is paid, and where (UTF-8)
            payments-AA.csv            定期支給ファイル       the six payments of the tax year (ASCII)
            declarations-AA.csv        扶養親族等申告書       declarations for the tax year (UTF-8)
            payer.properties           支払者                 the payer as it stands on the slips (UTF-8)
            resident-events-2.csv      翌奇数月までの異動     what happened to residents (only with the next month)
            dependants-next-AA.csv     翌年分の扶養控除対象者 dependants of the next year (only with the next year)
            associations.properties    構成組合               codes, names, identifier patterns (UTF-8)
            truth/                     正解                   what must be held and written in the end
            """;

    private Papers() {}

    static void write(Run run, List<Association> associations) throws IOException {
        Files.writeString(run.out().resolve("README.txt"), README, StandardCharsets.UTF_8);
        StringBuilder text = new StringBuilder("# 架空の構成組合 / invented associations\n");
        text.append("codes=")
                .append(String.join(
                        ",", associations.stream().map(Association::twoDigits).toList()))
                .append('\n');
        for (Association association : associations) {
            String code = association.twoDigits();
            property(text, code, "name", association.name());
            property(text, code, "user-number-pattern", code + "[0-9]{8}");
            property(text, code, "own-number-pattern", "K[0-9]{7}");
            property(text, code, "certificate-number-pattern", code + "[0-9]{13}");
            property(text, code, "basic-pension-number-pattern", "[0-9]{10}");
            property(text, code, "payroll-number-pattern", "[0-9]{8}");
        }
        Files.writeString(run.out().resolve("associations.properties"), text, StandardCharsets.UTF_8);
        String payer = "# 架空の支払者 / an invented payer\n"
                + String.join(
                        "\n",
                        "reference=" + SlipRow.REFERENCE,
                        "address=" + SlipRow.PAYER_ADDRESS,
                        "name=" + SlipRow.PAYER,
                        "telephone=" + SlipRow.TELEPHONE,
                        "corporate-number=" + SlipRow.PAYER_NUMBER)
                + "\n";
        Files.writeString(run.out().resolve("payer.properties"), payer, StandardCharsets.UTF_8);
    }

    private static void property(StringBuilder text, String code, String key, String value) {
        text.append(code).append('.').append(key).append('=').append(value).append('\n');
    }
}
