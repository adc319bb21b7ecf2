package jp.bansho.faults;

/// What must be true of the tables whenever nobody is at work. Each statement counts what breaks it.
enum Invariant {
    NO_TWO_CURRENT(Kind.DOUBLED, "people with two numbers in force", """
            select count(*) from (select from vault.sealed_number where state = 1 group by subject having count(*) > 1) twice
            """),
    NO_USER_NUMBER_TWICE(Kind.DOUBLED, "user numbers with two handles", """
            select count(*) from (select from linkage.subject where state = 1
                                   group by association, user_number having count(*) > 1) twice
            """),
    NO_PAD_TWICE(Kind.DOUBLED, "pads under two numbers", """
            select count(*) - count(distinct pad) from vault.sealed_number
            """),
    EVERY_PAD(Kind.LOST, "numbers without their pads", """
            select count(*) from vault.sealed_number n
             where not exists (select from vault.pad_block b where b.id = n.pad / 256)
            """),
    EVERY_PERSON(Kind.LOST, "numbers without their person", """
            select count(*) from vault.sealed_number n
             where not exists (select from linkage.subject s where s.id = n.subject)
            """),
    BATCHES_FOLLOW(Kind.HALF, "batches that do not follow each other", """
            select count(*)
              from (select first_line, number,
                           lag(first_line + lines, 1, 1::bigint) over (partition by job order by number) expected,
                           row_number() over (partition by job order by number) place
                      from job.batch) each
             where first_line <> expected or number <> place
            """),
    BATCH_BYTES(Kind.HALF, "batches whose outcomes are not one a line", """
            select count(*) from job.batch where octet_length(outcomes) <> lines
            """),
    BATCHES_RECORDED(Kind.LOST, "batches without their record", """
            select count(*) from job.batch b join job.job j on j.id = b.job
             where j.kind <> 'withholding' and not exists
                   (select from audit.record r where r.job = b.job and r.event = 'batch-done'
                                                 and (r.details::json ->> 'batch')::int = b.number)
            """),
    BATCHES_RECORDED_ONCE(Kind.DOUBLED, "batches on record twice, or on record only", """
            select (select count(*) from audit.record where event = 'batch-done')
                 - (select count(*) from job.batch b join job.job j on j.id = b.job where j.kind <> 'withholding')
            """),
    JOBS_BEGIN_ONCE(Kind.DOUBLED, "jobs that began other than once", """
            select count(*) from job.job j
             where (select count(*) from audit.record r where r.job = j.id and r.event = 'job-started') <> 1
            """),
    JOBS_END_ONCE(Kind.DOUBLED, "jobs that ended other than once", """
            select count(*) from job.job j
             where (select count(*) from audit.record r where r.job = j.id and r.event = 'job-finished')
                   <> case when j.state = 'running' then 0 else 1 end
            """),
    FILES_ONCE(Kind.DOUBLED, "files with two jobs", """
            select count(*) from (select from job.job where state <> 'refused' and options not like '%again%'
                                   group by kind, association, fingerprint having count(*) > 1) twice
            """),
    FINDING_OF_EACH_ROW(Kind.LOST, "rows that were not registered, without their finding", """
            select greatest(0, (select count(*) from job.batch b join job.job j on j.id = b.job,
                                       generate_series(0, octet_length(outcomes) - 1) i
                                 where j.kind <> 'withholding' and get_byte(outcomes, i) > 3)
                             - (select count(*) from intake.finding))
            """),
    FINDING_ONCE(Kind.DOUBLED, "findings that no row accounts for", """
            select greatest(0, (select count(*) from intake.finding)
                             - (select count(*) from job.batch b join job.job j on j.id = b.job,
                                       generate_series(0, octet_length(outcomes) - 1) i
                                 where j.kind <> 'withholding' and get_byte(outcomes, i) > 3))
            """),
    WORK_OF_EACH_ROW(Kind.LOST, "requests without a hit and without their work item", """
            select count(*) from intake.finding f
             where f.outcome = 6 and not exists
                   (select from intake.work_item w where w.job = f.job and w.line = f.line)
            """),
    WORK_ONCE(Kind.DOUBLED, "work items that no finding accounts for", """
            select count(*) from intake.work_item w
             where w.job > 0 and not exists
                   (select from intake.finding f where f.job = w.job and f.line = w.line)
            """),
    REGISTERED_ONCE(Kind.DOUBLED, "people registered at a terminal other than once on record", """
            select count(*) from (select from audit.record where event = 'person-registered'
                                   group by subject having count(*) > 1) twice
            """),
    REGISTERED_RECORDED(Kind.LOST, "people registered at a terminal without a record", """
            select count(*) from vault.sealed_number n
             where n.job = 0 and not exists
                   (select from audit.record r where r.event = 'number-registered' and r.subject = n.subject)
            """),
    RECORDED_REGISTERED(Kind.LOST, "people on record as registered who are not there", """
            select count(*) from audit.record r
             where r.event = 'person-registered' and not exists (select from linkage.subject s where s.id = r.subject)
            """),
    ERASED_ONCE(Kind.DOUBLED, "erasures on record other than once", """
            select abs((select count(*) from audit.record where event = 'numbers-erased')
                     - (select count(*) from retention.run where state in ('erased', 'destroyed', 'certified')))
            """),
    DESTROYED_ONCE(Kind.DOUBLED, "destructions of keys after an erasure on record other than once", """
            select abs((select count(*) from audit.record where event = 'keys-gone')
                     - (select count(*) from retention.run where state in ('destroyed', 'certified')))
            """),
    CERTIFIED_ONCE(Kind.DOUBLED, "certificates on record other than once", """
            select abs((select count(*) from audit.record where event = 'erasure-certified')
                     - (select count(*) from retention.run where state = 'certified'))
            """),
    ROTATED_ONCE(Kind.DOUBLED, "rotations that began or ended other than once on record", """
            select abs((select count(*) from audit.record where event = 'key-rotation-begun')
                     - (select count(*) from vault.rotation))
                 + abs((select count(*) from audit.record where event = 'key-rotation-finished')
                     - (select count(*) from vault.rotation where phase = 'finished'))
            """),
    BACKUPS_RECORDED(Kind.HALF, "backups noted other than once on record", """
            select abs((select count(*) from audit.record where event = 'backup-made')
                     - (select count(*) from recovery.backup))
            """),
    KNOWN_KEYS(Kind.LOST, "numbers under a key version that the database does not know", """
            select count(*) from vault.sealed_number n
             where not exists (select from vault.key_check k
                                where k.key_name = 'number-seal/' || n.association || '/' || n.key_version)
            """);

    /// What is wrong if the count is not zero.
    enum Kind {
        LOST,
        DOUBLED,
        HALF
    }

    private final Kind kind;
    private final String words;
    private final String sql;

    Invariant(Kind kind, String words, String sql) {
        this.kind = kind;
        this.words = words;
        this.sql = sql;
    }

    Kind kind() {
        return kind;
    }

    String words() {
        return words;
    }

    String sql() {
        return sql;
    }
}
