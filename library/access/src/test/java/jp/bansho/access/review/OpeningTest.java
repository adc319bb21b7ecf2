package jp.bansho.access.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import jp.bansho.access.Member;
import org.junit.jupiter.api.Test;

class OpeningTest {

    private final Office office = new Office();

    @Test
    void eachMonthAndEachQuarterAReviewIsOpenedOnceForEachOrganisationWithUsers() throws SQLException {
        assertThat(office.openDue(LocalDate.of(2026, 10, 1), 1))
                .extracting(review -> review.kind() + " " + review.period() + " " + review.deadline())
                .containsExactly("RIGHTS 2026-10 2026-10-15", "ACCOUNTS 2026-Q4 2026-10-21");
        assertThat(office.openDue(LocalDate.of(2026, 10, 1), 1)).isEmpty();
        assertThat(office.openDue(LocalDate.of(2026, 10, 31), 1)).isEmpty();
        assertThat(office.openDue(LocalDate.of(2026, 11, 1), 1))
                .extracting(Review::period)
                .containsExactly("2026-11");
        assertThat(office.openDue(LocalDate.of(2027, 1, 1), 1))
                .extracting(Review::period)
                .containsExactly("2027-01", "2027-Q1");
        assertThat(office.openDue(LocalDate.of(2026, 10, 1), 2)).hasSize(2);
        assertThat(office.openDue(LocalDate.of(2026, 10, 1), 3))
                .as("nobody there")
                .isEmpty();
    }

    @Test
    void whatIsOpenedLateHasAWeekInAnyCase() throws SQLException {
        assertThat(office.openDue(LocalDate.of(2026, 12, 30), 1))
                .extracting(Review::deadline)
                .containsOnly(LocalDate.of(2027, 1, 6));
    }

    @Test
    void aLineForEveryAccountNotRevokedPointsOutWhatTheLedgerAndTheCalendarSay() throws SQLException {
        var review = office.opened();
        assertThat(office.lines(review))
                .extracting(line -> line.account() + " " + line.pointers())
                .containsExactly(
                        "k01-0001 [TRANSFERRED]",
                        "k01-0002 [LONG_UNUSED]",
                        "k01-0003 [NOT_IN_LEDGER, NEVER_LOGGED_IN, PAST_DATE]",
                        "k01-0004 [TWO_ACCOUNTS]",
                        "k01-0005 [TWO_ACCOUNTS, STOPPED]",
                        "km01-0001 []",
                        "km01-0002 []");
        var line = office.line(review, "k01-0001");
        assertThat(line.department()).isEqualTo("pension");
        assertThat(line.ledgerDepartment()).isEqualTo("tax");
        assertThat(line.decision()).isNull();
        assertThat(line.toString()).doesNotContain("姓");
        assertThat(office.database
                        .desk(1, connection -> office.reviews.one(connection, office.manager, review))
                        .orElseThrow())
                .extracting(Review::lines, Review::undecided, Review::pointed)
                .containsExactly(7, 7, 5);
    }

    @Test
    void whatIsNotClosedInTimeIsOverdueForThoseWithTheRightOnly() throws SQLException {
        var review = office.opened();
        assertThat(overdue(LocalDate.of(2026, 11, 15))).extracting(Review::id).doesNotContain(review);
        assertThat(overdue(LocalDate.of(2026, 11, 16))).extracting(Review::id).contains(review);
        assertThat(waiting(office.unused)).isEmpty();
        assertThat(waiting(office.elsewhere)).isEmpty();
        assertThat(office.database.column(2, "select account from access.review_line"))
                .isEmpty();
        assertThat(office.database.column(2, "select staff_number from access.ledger"))
                .isEmpty();
    }

    @Test
    void aLedgerWithUnreadableLinesIsNotTakenOver() throws SQLException {
        assertThat(office.ledger(office.manager, Office.LEDGER)).isEqualTo(new LedgerReport(5, List.of()));
        var bad = office.ledger(
                office.manager,
                "staff_number,name,department\nS1,a,b\nS1,a,b\nS2,a\nS3,,b\n\"S4,a,b\nS5,a\ufffd,b\n\nS6,a,b,c\n");
        assertThat(bad.accepted()).isFalse();
        assertThat(bad.errors()).extracting(LedgerReport.LedgerError::line).containsExactly(3, 4, 5, 6, 7, 9);
        assertThat(office.ledger(office.manager, "氏名,職員番号,所属\n").errors()).hasSize(1);
        assertThat(office.ledger(office.manager, "").errors()).hasSize(1);
        assertThat(office.ledger(office.manager, "職員番号,氏名,所属\n").errors()).hasSize(1);
        assertThat(office.database.column(1, "select name from access.ledger order by staff_number"))
                .as("still the first one")
                .containsExactly("原 五郎", "谷 六郎", "山﨑, 花子", "高橋 一郎", "森 \"三郎\"");
        office.ledger(office.elsewhere, "\ufeffstaff_number,name,department\r\nM1,x,general\r\n");
        office.ledger(office.manager, "staff_number,name,department\nS9,x,general\n");
        assertThat(office.database.column(1, "select staff_number from access.ledger"))
                .containsExactly("S9");
        assertThat(office.database.column(2, "select staff_number || department from access.ledger"))
                .containsExactly("M1general");
    }

    private List<Review> overdue(LocalDate today) throws SQLException {
        return office.database.desk(1, connection -> office.reviews.overdue(connection, office.manager, today));
    }

    private List<Review> waiting(Member member) throws SQLException {
        return office.database.desk(member.organisation(), connection -> office.reviews.open(connection, member));
    }
}
