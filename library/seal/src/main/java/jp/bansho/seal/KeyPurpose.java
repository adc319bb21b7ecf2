package jp.bansho.seal;

/// What a key may be used for. One key has one purpose; no key serves two.
public enum KeyPurpose {
    /// Seals Individual Numbers (個人番号) of one association: AES-256-GCM.
    NUMBER_SEAL("number-seal"),
    /// Keys the exact-match index over numbers of one association: HMAC-SHA-256. Whoever holds it can test guesses.
    NUMBER_INDEX("number-index"),
    /// Seals the pads of one association. **Destroying a version of this key erases every number whose pad no later
    /// version carries on**, in the database and in every copy ever taken of it.
    PAD_SEAL("pad-seal"),
    /// Recognises an input file that came before: HMAC-SHA-256, because a plain hash of a short file can be guessed
    /// back.
    FILE_FINGERPRINT("file-fingerprint"),
    /// Marks family names and addresses of one association's people, so that the log check can
    /// compare what is not kept: HMAC-SHA-256.
    PERSON_MARK("person-mark"),
    /// Signs the heads of the audit record: Ed25519. Its public half is published.
    AUDIT_SIGNING("audit-signing"),
    /// Seals backups of the whole installation: AES-256-GCM. It opens nothing that an erasure took away.
    BACKUP("backup"),
    /// Seals answers that an inquiry service keeps for some days, so that it can give the same again: AES-256-GCM.
    ANSWER_SEAL("answer-seal"),
    /// Seals what one job holds on its way through a machine: AES-256-GCM. Destroyed when the job
    /// is delivered (M6); the job names its key, so that no check value of it is kept.
    TRANSIT_SEAL("transit-seal");

    private final String word;

    KeyPurpose(String word) {
        this.word = word;
    }

    /// The word that stands in key stores and messages.
    public String word() {
        return word;
    }

    /// The purpose of that word.
    ///
    /// @throws KeysRefused if it is none
    public static KeyPurpose of(String word) {
        for (var purpose : values()) {
            if (purpose.word.equals(word)) {
                return purpose;
            }
        }
        throw KeysRefused.damaged("unknown purpose");
    }
}
