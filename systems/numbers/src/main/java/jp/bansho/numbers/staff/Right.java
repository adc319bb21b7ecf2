package jp.bansho.numbers.staff;

import jp.bansho.terminal.NamedRight;

/// The rights of this machine's screens. Who has them stands in `access/rights.tsv`, and nowhere in code.
public enum Right implements NamedRight {
    SEE_WORK("work.see"),
    FIND_PERSON("person.find"),
    SEEK_NUMBER("number.seek"),
    REVEAL_NUMBER("number.reveal"),
    REGISTER_PERSON("person.register"),
    DELETE_PERSON("person.delete"),
    UPLOAD_FILE("file.upload"),
    SEE_JOBS("job.see"),
    DECIDE_WORK("work.decide"),
    SEE_OVERVIEW("overview.see"),
    SEE_USERS("user.see"),
    MANAGE_USERS("user.manage"),
    SEE_RIGHTS("right.see"),
    DO_REVIEW("review.do"),
    SEE_REVIEWS("review.see"),
    APPLY("approval.apply"),
    DECIDE_APPLICATION("approval.decide"),
    SEE_LOG("log.see"),
    CHECK_LOG("log.check"),
    CHECK_OPERATIONS("oplog.check"),
    SEE_RETENTION("retention.see"),
    RECORD_RETENTION("retention.record"),
    ORDER_ERASURE("erasure.order"),
    SET_RECORD_PERIOD("record.period"),
    SEE_INCIDENTS("incident.see"),
    WORK_ON_INCIDENT("incident.work"),
    SEE_OPERATION("operation.see"),
    USE_EMERGENCY_ACCESS("emergency.use");

    private final String word;

    Right(String word) {
        this.word = word;
    }

    /// The word of the matrix and of the record.
    @Override
    public String word() {
        return word;
    }
}
