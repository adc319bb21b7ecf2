package jp.bansho.access.passkey;

/// Why a passkey was not taken: one name for the record, one sentence for the person in front of the screen.
public enum Refusal {
    /// The answer is not one of an authenticator.
    MALFORMED(
            "malformed",
            "認証器からの応答を読み取れません。もう一度操作してください。",
            "The authenticator's answer cannot be read. Please try again."),
    /// For the caller: no challenge was waiting, or it was used or five minutes old.
    CHALLENGE_SPENT("challenge-spent", "操作の有効時間が過ぎました。もう一度操作してください。", "The time to answer is over. Please try again."),
    /// An answer to another challenge, such as a recorded one.
    WRONG_CHALLENGE(
            "wrong-challenge",
            "この操作への応答ではありません。もう一度操作してください。",
            "This does not answer this operation. Please try again."),
    /// Made for another site, or inside a frame of one.
    WRONG_ORIGIN(
            "wrong-origin",
            "別のサイト向けの応答です。アドレスを確かめ、システム管理者に連絡してください。",
            "The answer was made for another site. Check the address and tell your administrator."),
    /// Bound to another relying party.
    WRONG_RELYING_PARTY(
            "wrong-relying-party",
            "別のサイトのパスキーです。この端末のアドレスを確かめてください。",
            "This passkey belongs to another site. Check the address of this terminal."),
    /// An enrolment sent as an assertion, or the other way round.
    WRONG_TYPE(
            "wrong-type",
            "操作の種類が違う応答です。もう一度操作してください。",
            "The answer is of another kind of operation. Please try again."),
    /// Nobody touched the authenticator.
    UP_MISSING("up-missing", "認証器に触れる操作が確認できません。", "The authenticator was not touched."),
    /// The authenticator did not check who touched it.
    UV_MISSING(
            "uv-missing",
            "認証器で本人確認（暗証番号や指紋）が行われていません。本人確認のできる認証器を使ってください。",
            "The authenticator did not verify you (PIN or fingerprint). Use one that does."),
    /// The signature is not that of the key.
    BAD_SIGNATURE("bad-signature", "署名を確認できません。もう一度操作してください。", "The signature is not valid. Please try again."),
    /// A key of a kind that was not asked for.
    ALGORITHM_NOT_ACCEPTED(
            "algorithm-not-accepted", "この認証器の鍵の方式は使えません。", "This authenticator's kind of key is not accepted."),
    /// Nobody enrolled this passkey.
    UNKNOWN_CREDENTIAL("unknown-credential", "このパスキーは使えません。", "This passkey cannot be used."),
    /// Somebody else's; the sentence does not tell.
    OTHER_ACCOUNT("other-account", "このパスキーは使えません。", "This passkey cannot be used."),
    /// Taken back.
    REMOVED("removed", "このパスキーは削除されています。ユーザ管理責任者に連絡してください。", "This passkey was removed. Tell your user manager."),
    /// Its counter ran backwards: there may be a copy.
    CLONED(
            "cloned",
            "このパスキーは複製された疑いがあるため停止しました。ユーザ管理責任者に連絡してください。",
            "This passkey was stopped: it may have been copied. Tell your user manager."),
    /// Enrolled before.
    ALREADY_ENROLLED("already-enrolled", "この認証器は登録済みです。", "This authenticator is enrolled already."),
    /// A form of attestation that the policy excludes, or one that contradicts itself.
    ATTESTATION_NOT_ACCEPTED(
            "attestation-not-accepted",
            "この認証器の証明方式は認められていません。配布された認証器を使ってください。",
            "This authenticator's attestation is not accepted. Use the one you were given."),
    /// The certificates do not end in one that the policy trusts.
    ATTESTATION_NOT_TRUSTED(
            "attestation-not-trusted",
            "この認証器の製造元を確認できません。配布された認証器を使ってください。",
            "The maker of this authenticator is not trusted. Use the one you were given."),
    /// A model that the policy does not name.
    MODEL_NOT_ACCEPTED(
            "model-not-accepted",
            "この機種の認証器は認められていません。配布された認証器を使ってください。",
            "This model of authenticator is not accepted. Use the one you were given.");

    private final String word;
    private final String japanese;
    private final String english;

    Refusal(String word, String japanese, String english) {
        this.word = word;
        this.japanese = japanese;
        this.english = english;
    }

    /// The word of the record.
    public String word() {
        return word;
    }

    /// The sentence for a Japanese screen.
    public String japanese() {
        return japanese;
    }

    /// The sentence for an English screen.
    public String english() {
        return english;
    }
}
