package jp.bansho.population;

import java.io.Closeable;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import jp.bansho.population.Relative.Handicap;

/// Plays the declarations (扶養親族等申告書) for the tax year as the pension benefit system has entered them, for one
/// association: `declarations-AA.csv`, one record for each person they name, and no Individual Number (duty P2).
final class DeclarationDesk implements Closeable {

    private final int taxYear;
    private final Spelling spelling;
    private final RecordFile file;
    private final String deadline;
    private String recipient = "";

    DeclarationDesk(Run run, Association association) throws IOException {
        this.taxYear = run.options().taxYear();
        this.spelling = new Spelling(run.options().seed());
        this.file = new RecordFile(run.out().resolve("declarations-" + association.twoDigits() + ".csv"), new Utf8());
        this.deadline = DateTimeFormatter.BASIC_ISO_DATE.format(deadline(taxYear));
    }

    /// 提出期限: the day before the year's first payment, which is on 15 February or the weekday before.
    static LocalDate deadline(int taxYear) {
        LocalDate paid = LocalDate.of(taxYear, 2, 15);
        while (paid.getDayOfWeek() == DayOfWeek.SATURDAY || paid.getDayOfWeek() == DayOfWeek.SUNDAY) {
            paid = paid.minusDays(1);
        }
        return paid.minusDays(1);
    }

    void take(Family family, Slip slip) throws IOException {
        if (!slip.declared(family)) {
            return;
        }
        recipient = family.recipient().userNumber();
        String alone = slip.singleParent() ? "4" : slip.widow() ? "5" : "0";
        Handicap own = family.recipientHandicap();
        Handicap mark = own == Handicap.SPECIAL_LIVING_TOGETHER ? Handicap.SPECIAL : own;
        write("1", 1, family.recipient(), spelling.written(family.recipient()), alone, mark, "00");
        Relative spouse = family.spouse();
        if (spouse != null && family.spouseOnSlip()) {
            relative("2", 1, spouse, spouse.age(taxYear) >= 70 ? "2" : "1", spouse.abroadMark());
        }
        List<Relative> grown = family.grown(taxYear);
        for (int number = 0; number < grown.size(); number++) {
            Relative relative = grown.get(number);
            String kind = relative.age(taxYear) >= 70 ? "2" : relative.isStudent(taxYear) ? "3" : "1";
            relative("3", number + 1, relative, kind, relative.abroadCode(taxYear));
        }
        List<Relative> children = family.children(taxYear);
        for (int number = 0; number < children.size(); number++) {
            relative(
                    "4",
                    number + 1,
                    children.get(number),
                    "0",
                    children.get(number).abroadMark());
        }
    }

    private void relative(String part, int number, Relative relative, String kind, String abroad) throws IOException {
        Person person = relative.person();
        String name = number > 2 ? spelling.withoutPlace(person) : spelling.written(person);
        write(part, number, person, name, kind, relative.handicap(), abroad);
    }

    private void write(
            String part, int number, Person person, String name, String kind, Handicap handicap, String abroad)
            throws IOException {
        file.write(
                Integer.toString(taxYear),
                recipient,
                part,
                Integer.toString(number),
                person.userNumber(),
                name,
                person.name().katakana(),
                person.birth().compact(),
                kind,
                handicap.code(),
                abroad,
                deadline);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
