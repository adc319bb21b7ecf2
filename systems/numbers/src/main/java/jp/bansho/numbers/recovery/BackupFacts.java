package jp.bansho.numbers.recovery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import jp.bansho.audit.SignedHead;
import jp.bansho.numbers.recovery.RecoveryRefused.Reason;

/// What a backup says about itself: its header, readable without a key, and its last word, which is sealed.
///
/// @param system    identifier of the database cluster
/// @param timeline  the cluster's history it was taken from
/// @param database  name of the database
/// @param version   PostgreSQL's version
/// @param segment   size of a file of the write-ahead log, in bytes
/// @param madeAt    when it was begun
/// @param endedAt   when PostgreSQL had handed out everything: the earliest moment it can be recovered to
/// @param start     where its write-ahead log begins
/// @param end       where its write-ahead log ends
/// @param head      the head of the record of use when it was begun; the record in it reaches at least so far
/// @param keys      names of the keys the database knows
public record BackupFacts(
        String system,
        int timeline,
        String database,
        String version,
        long segment,
        Instant madeAt,
        Instant endedAt,
        Lsn start,
        Lsn end,
        Optional<SignedHead> head,
        List<String> keys) {

    /// What this is, in the header of the file.
    static final String KIND = "backup 1";

    public BackupFacts {
        keys = List.copyOf(keys);
    }

    /// The audit record's last number in it, at least.
    public long auditSeq() {
        return head.map(SignedHead::seq).orElse(0L);
    }

    static void head(Map<String, String> header, SignedHead head) {
        header.put("audit-seq", Long.toString(head.seq()));
        header.put("audit-hash", head.hash());
        header.put("audit-at", head.at().toString());
        header.put("audit-key", head.keyId());
        header.put("audit-signature", head.signature());
    }

    static BackupFacts of(String name, SortedMap<String, String> header, SortedMap<String, String> lastWord) {
        try {
            var head = header.containsKey("audit-seq")
                    ? Optional.of(new SignedHead(
                            Long.parseLong(of(header, "audit-seq")),
                            of(header, "audit-hash"),
                            Instant.parse(of(header, "audit-at")),
                            of(header, "audit-key"),
                            of(header, "audit-signature")))
                    : Optional.<SignedHead>empty();
            return new BackupFacts(
                    of(header, "system"),
                    Integer.parseInt(of(lastWord, "timeline")),
                    of(header, "database"),
                    of(header, "version"),
                    Long.parseLong(of(header, "segment")),
                    Instant.parse(of(header, "made-at")),
                    Instant.parse(of(lastWord, "ended-at")),
                    Lsn.parse(of(lastWord, "start")),
                    Lsn.parse(of(lastWord, "end")),
                    head,
                    List.of(of(header, "keys").split(" ", -1)));
        } catch (RuntimeException e) {
            throw new RecoveryRefused(Reason.DAMAGED, name + ": facts");
        }
    }

    private static String of(SortedMap<String, String> facts, String name) {
        var value = facts.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name);
        }
        return value;
    }
}
