package jp.bansho.pension.collection;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The SQL of taking in and answering.
final class NoticeTable {

    private static final int FETCHED = 5_000;

    /// Whose pension each record is about, and what becomes of it. A certificate number finds
    /// or does not find; only where there is none, the basic pension number and the day of
    /// birth do, if exactly one award fits. A pension is paid six times a year (定期支給). A name
    /// that fills its field may have been cut off there, in the middle of a voiced sound too.
    private static final String MATCH = """
            with fitting as (
                select i.line, a.association, a.user_number
                  from incoming_notice i join payments.award a on a.certificate_number = i.certificate
                union all
                select i.line, a.association, a.user_number
                  from incoming_notice i
                  join members.member m on m.basic_pension_number collate "C" = i.basic and m.kind = 1
                  join payments.award a on a.association = m.association and a.user_number = m.user_number
                 where i.certificate is null and a.born = i.born::date
            ), fits as (
                select line, count(*) as many, min(association) as association, min(user_number) as user_number
                  from fitting group by line
            ), found as (
                select i.*, g.notice, g.system, g.made_on::date as made_on, coalesce(f.many, 0) as many,
                       a.association, a.user_number, a.begins, a.ends, a.yearly_amount,
                       a.born = i.born::date as same_born,
                       case when i.full_field
                            then starts_with(collection.comparable(a.kana),
                                             left(collection.comparable(i.kana), -1))
                            else collection.comparable(a.kana) = collection.comparable(i.kana) end as same_name
                  from incoming_notice i join incoming_municipality g using (municipality)
                  left join fits f using (line)
                  left join payments.award a
                    on f.many = 1 and a.association = f.association and a.user_number = f.user_number
            ), judged as (
                select *, row_number() over (partition by association, user_number, system order by line) as nth from found
            )
            insert into collection.notice
                   (file, line, municipality, association, user_number, outcome, amount1, amount2, amount3)
            select ?, line, municipality, association, user_number,
                   case when many = 0 then 'unknown'
                        when many > 1 then 'several'
                        when not same_born and not same_name then 'both-differ'
                        when not same_born then 'born-differs'
                        when not same_name then 'name-differs'
                        when begins > made_on or ends < made_on then 'not-in-payment'
                        when nth > 1 then 'twice'
                        when notice <> 'stop' and greatest(amount1, amount2) > yearly_amount / 6 then 'exceeds'
                        else 'matched' end,
                   amount1, amount2, amount3
              from judged
            """;

    private NoticeTable() {}

    /// A file that was taken in.
    ///
    /// @param answeredOn   day of making of its answer, null if there is none yet
    /// @param answerDigest of its answer
    record Row(
            long id,
            @Nullable LocalDate answeredOn,
            @Nullable String answerDigest) {}

    /// The number of the file of that digest, if it was taken in.
    static OptionalLong known(Connection connection, String digest) throws SQLException {
        try (var statement = connection.prepareStatement("select id from collection.file where digest = ?")) {
            statement.setString(1, digest);
            try (var row = statement.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    /// Notes that the file is taken in; nothing if somebody else just did.
    static OptionalLong add(Connection connection, NoticeFile.Read read, String by, Instant now) throws SQLException {
        var sql = """
                insert into collection.file (digest, records, taken_by, taken_at) values (?, ?, ?, ?)
                on conflict (digest) do nothing returning id
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, read.digest());
            statement.setLong(2, read.records());
            statement.setString(3, by);
            statement.setTimestamp(4, Timestamp.from(now));
            try (var row = statement.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    /// Takes over what was staged.
    static void match(Connection connection, long file) throws SQLException {
        var groups = """
                insert into collection.municipality (file, municipality, notice, system, made_on)
                select ?, municipality, notice, system, made_on::date from incoming_municipality
                """;
        for (var sql : new String[] {groups, MATCH}) {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setLong(1, file);
                statement.executeUpdate();
            }
        }
    }

    /// How many records of a file ended how.
    static Map<Outcome, Long> outcomes(Connection connection, long file) throws SQLException {
        var sql = "select outcome, count(*) from collection.notice where file = ? group by outcome";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, file);
            try (var row = statement.executeQuery()) {
                var counted = new EnumMap<Outcome, Long>(Outcome.class);
                while (row.next()) {
                    counted.put(Outcome.of(row.getString(1)), row.getLong(2));
                }
                return counted;
            }
        }
    }

    /// The file of that digest, kept from everybody else until the transaction ends.
    static Optional<Row> take(Connection connection, String digest) throws SQLException {
        var sql = "select id, answered_on, answer_digest from collection.file where digest = ? for update";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, digest);
            try (var row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Row(row.getLong(1), row.getObject(2, LocalDate.class), row.getString(3)))
                        : Optional.empty();
            }
        }
    }

    /// The outcomes of a file in its order.
    static OutcomeRows rows(Connection connection, long file) throws SQLException {
        return new OutcomeRows(connection, file, FETCHED);
    }

    /// What is collected of a file: the three sums over all records that were matched.
    static Sums sums(Connection connection, long file) throws SQLException {
        var sql = """
                select coalesce(sum(amount1), 0), coalesce(sum(amount2), 0), coalesce(sum(amount3), 0)
                  from collection.notice where file = ? and outcome = 'matched'
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, file);
            try (var row = statement.executeQuery()) {
                row.next();
                return new Sums(row.getLong(1), row.getLong(2), row.getLong(3));
            }
        }
    }

    /// Notes that the answer is made.
    static void answered(Connection connection, long file, LocalDate day, String digest) throws SQLException {
        var sql = "update collection.file set answered_on = ?, answer_digest = ? where id = ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, day);
            statement.setString(2, digest);
            statement.setLong(3, file);
            statement.executeUpdate();
        }
    }
}
