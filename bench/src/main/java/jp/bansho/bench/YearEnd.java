package jp.bansho.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.bansho.bench.Door.Answer;
import jp.bansho.media.ParcelKeys;
import jp.bansho.media.ParcelReader;
import jp.bansho.media.Receiving;

/// Flows 4 and 5, the year's end: the pension machine is given payments and declarations and cuts
/// the slips and the reports; the number machine counts them through, two officers apply for the
/// files and approve them at their screens, the machine fills the numbers in and seals them for the
/// tax office and for the municipalities; receipt and custody. Two people stand at each medium.
final class YearEnd {

    private final Door pension;
    private final Path pensionHome;
    private final Door numbers;
    private final Path numbersHome;
    private final Officers officers;
    private final Path media;
    private final ParcelKeys office;
    private final Path officeKeys;
    private int mediaNumber;

    /// @param officers who apply and approve
    /// @param media    the folder the parcels travel in
    YearEnd(Door pension, Path pensionHome, Door numbers, Path numbersHome, Officers officers, Path media) {
        this.pension = pension;
        this.pensionHome = pensionHome;
        this.numbers = numbers;
        this.numbersHome = numbersHome;
        this.officers = officers;
        this.media = media;
        this.officeKeys = media.resolveSibling("tax-office-keys");
        this.office = new ParcelKeys(officeKeys);
    }

    /// What left, opened by the one it was for.
    ///
    /// @param preview of the number machine
    record Sent(Answer preview, Answer output, Path opened) {}

    /// The one sends to the other, and the other is known to it; payments and declarations are loaded.
    void prepare(Path population, List<String> associations, int taxYear) throws IOException, InterruptedException {
        Files.copy(
                population.resolve("payer.properties"),
                pensionHome.resolve("payer.properties"),
                StandardCopyOption.REPLACE_EXISTING);
        must(
                pension,
                "pension",
                "media",
                "seal-for",
                "--organisation",
                "numbers",
                "--certificate",
                numbersHome.resolve("media/numbers-receive.pem").toString());
        must(
                numbers,
                "numbers",
                "media",
                "believe",
                "--organisation",
                "pension",
                "--purposes",
                "withholding-slips,payment-reports",
                "--certificate",
                pensionHome.resolve("media/pension-sign.pem").toString());
        var now = Instant.now();
        office.make("tax-office", now.minus(1, ChronoUnit.HOURS), now.plus(30, ChronoUnit.DAYS));
        office.believe(
                "numbers",
                Set.of("withholding-slips", "payment-reports"),
                numbersHome.resolve("media/numbers-sign.pem"));
        must(
                numbers,
                "numbers",
                "media",
                "seal-for",
                "--organisation",
                "tax-office",
                "--certificate",
                officeKeys.resolve("tax-office-receive.pem").toString());
        for (var association : associations) {
            must(
                    pension,
                    "pension",
                    "payments",
                    "load",
                    population.resolve("payments-" + association + ".csv").toString(),
                    "--awards",
                    population.resolve("awards-" + association + ".csv").toString(),
                    "--association",
                    association,
                    "--tax-year",
                    Integer.toString(taxYear),
                    "--as",
                    "taro");
            must(
                    pension,
                    "pension",
                    "declarations",
                    "load",
                    population.resolve("declarations-" + association + ".csv").toString(),
                    "--association",
                    association,
                    "--tax-year",
                    Integer.toString(taxYear),
                    "--as",
                    "taro");
        }
    }

    /// One of the two papers from the pension machine's tables to the recipient's.
    ///
    /// @param papers `slips` or `reports`, as the pension machine calls them
    /// @param report `withholding` or `payment-report`, as the number machine calls them
    Sent send(String papers, String report, int taxYear) throws Exception {
        var cut = Files.createDirectories(media.resolve(papers + "-cut"));
        var carrier = medium();
        must(
                pension,
                "pension",
                papers,
                "cut",
                "--tax-year",
                Integer.toString(taxYear),
                "--by",
                "taro",
                "--approved-by",
                "hanako",
                "--with",
                "jiro",
                "--medium",
                carrier,
                "--to",
                cut.toString());
        var source = FlowOne.only(cut).toString();
        must(
                numbers,
                "numbers",
                "media",
                "register",
                source,
                "--medium",
                carrier,
                "--brought-by",
                "jiro",
                "--as",
                "taro",
                "--with",
                "hanako");
        var preview = numbers.run(List.of(
                "numbers",
                "taxfile",
                "preview",
                source,
                "--tax-year",
                Integer.toString(taxYear),
                "--report",
                report,
                "--as",
                "taro",
                "--json"));
        if (preview.code() != 0 && preview.code() != 3) {
            throw new IOException("the preview was refused / 事前確認が拒否されました");
        }
        var id = Long.toString(preview.number("preview"));
        officers.approve(id, medium());
        var out = Files.createDirectories(media.resolve(papers + "-out"));
        var output = numbers.run(List.of(
                "numbers", "taxfile", "write", id, out.toString(), "--as", "taro", "--with", "hanako", "--json"));
        if (output.code() != 0 && output.code() != 3) {
            throw new IOException("the file was not written / ファイルを作成できませんでした");
        }
        var number = Long.toString(output.number("output"));
        must(numbers, "numbers", "taxfile", "submit", number, "--taken-by", "jiro", "--as", "taro", "--with", "hanako");
        must(numbers, "numbers", "taxfile", "receipt", number, "R-" + number, "--as", "hanako");
        must(numbers, "numbers", "media", "confirm", source, "--as", "taro", "--with", "hanako");
        return new Sent(preview, output, opened(FlowOne.only(out), media.resolveSibling(papers + "-opened")));
    }

    /// The list of custody, in front of whoever watches.
    void custody() throws IOException, InterruptedException {
        System.out.print(numbers.run(List.of("numbers", "taxfile", "custody", "--as", "hanako"))
                .text());
    }

    /// Opens a parcel as the one it is for.
    private Path opened(Path parcel, Path to) throws IOException {
        Files.createDirectories(to);
        var receiving = new Receiving(
                "tax-office",
                Set.of("withholding-slips", "payment-reports"),
                office.senders(),
                _ -> false,
                Clock.systemUTC());
        try (var opened = new ParcelReader(receiving).inspect(parcel).open(office.receiving())) {
            for (var file : opened.manifest().files()) {
                try (var content = opened.stream(file)) {
                    Files.copy(content, to.resolve(file.name()));
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return to;
    }

    private String medium() {
        return "TAX-" + ++mediaNumber;
    }

    private static void must(Door door, String... words) throws IOException, InterruptedException {
        if (door.run(new ArrayList<>(List.of(words))).code() != 0) {
            throw new IOException("a step of the year's end failed / 失敗した手順があります");
        }
    }
}
