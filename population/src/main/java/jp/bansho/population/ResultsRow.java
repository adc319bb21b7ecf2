package jp.bansho.population;

import java.util.Arrays;

/// One row of an inquiry result (本人確認情報照会結果): 40 columns, numbered from 1 in the comments and the constants.
final class ResultsRow {

    static final int COLUMNS = 40;
    static final int REQUEST = 1;
    static final int USER_NUMBER = 4;
    static final int RESULT_CODE = 18;
    static final int HITS = 19;
    static final int HIT = 20;
    static final int CHANGE_STATUS = 24;
    static final int NAME = 26;
    static final int NUMBER = 31;
    static final int REASON = 32;
    static final int REASON_DATE = 33;

    private final String[] cells = new String[COLUMNS];

    private ResultsRow() {
        Arrays.fill(cells, "");
    }

    /// The part that repeats the request: by resident record code, or by the four basic items (基本4情報).
    static ResultsRow request(
            String number, Person person, Place place, String residentCode, boolean byCode, Month month) {
        ResultsRow row = new ResultsRow();
        row.set(REQUEST, number).set(2, "21").set(3, person.kind() == Kind.SPOUSE ? "2" : "1");
        row.set(USER_NUMBER, person.userNumber());
        row.set(5, month.from()).set(6, month.to()).set(7, month.to()).set(8, "1");
        if (byCode) {
            row.set(9, residentCode);
        } else {
            row.set(10, person.name().unified()).set(11, person.name().hiragana());
            row.set(12, person.birth().compact()).set(13, person.sex().code());
            row.set(14, place.full()).set(15, place.municipality().code());
        }
        return row;
    }

    /// Nobody was found.
    ResultsRow noHit() {
        return set(RESULT_CODE, "10")
                .set(HITS, "0")
                .set(HIT, "0")
                .set(22, "0")
                .set(23, "1")
                .set(CHANGE_STATUS, "0")
                .set(38, "0");
    }

    /// The `hit`th of `hits` people found; columns 25 to 37 say who it is.
    ResultsRow found(int hit, int hits, Person person, Place place, String residentCode, String number) {
        boolean byCode = !cells[8].isEmpty();
        set(RESULT_CODE, hits == 1 ? "00" : "20")
                .set(HITS, Integer.toString(hits))
                .set(HIT, Integer.toString(hit));
        set(21, byCode ? "1" : "2").set(22, "0").set(23, "1").set(CHANGE_STATUS, "0");
        set(25, residentCode)
                .set(NAME, person.name().registered())
                .set(27, person.name().hiragana());
        set(28, person.birth().compact())
                .set(29, person.sex().code())
                .set(30, place.full())
                .set(NUMBER, number);
        set(34, "0").set(35, "0").set(36, "0").set(37, place.municipality().code());
        return set(38, "0").set(39, byCode ? "" : "01");
    }

    /// Something moved within the period: the reason (two digits, project-assigned) and the day.
    ResultsRow moved(String reason, String day) {
        return set(22, "1").set(REASON, reason).set(REASON_DATE, day);
    }

    ResultsRow set(int column, String value) {
        cells[column - 1] = value;
        return this;
    }

    String[] cells() {
        return cells;
    }

    /// The inquiry of one odd month: the two months before it are the period.
    record Month(String from, String to) {

        /// The inquiry of November.
        static Month first(int taxYear) {
            return new Month(taxYear + "0901", taxYear + "1101");
        }

        /// The inquiry of January.
        static Month second(int taxYear) {
            return new Month(taxYear + "1101", (taxYear + 1) + "0101");
        }
    }
}
