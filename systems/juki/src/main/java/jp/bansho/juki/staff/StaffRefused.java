package jp.bansho.juki.staff;

import jp.bansho.machine.Refused;

/// Somebody who may not, or one where two are needed.
public final class StaffRefused extends Refused {

    private static final long serialVersionUID = 1L;

    static StaffRefused secondPersonMissing() {
        return new StaffRefused(
                "second-person-missing",
                "work at a medium needs a second person: name another one with --with",
                "媒体の取扱いは2人で行います。--with で別の立会者を指定してください");
    }

    static StaffRefused approverMissing() {
        return new StaffRefused(
                "approver-missing",
                "somebody else approves that a parcel leaves: name them with --approved-by",
                "持出しには承認が必要です。--approved-by で承認者を指定してください");
    }

    static StaffRefused ownApproval() {
        return new StaffRefused(
                "own-approval",
                "nobody approves what they applied for: name another one with --approved-by",
                "自分の申請は承認できません。--approved-by で別の承認者を指定してください");
    }

    /// Names where passkeys count.
    public static StaffRefused passkeyNeeded() {
        return new StaffRefused(
                "passkey-needed",
                "people at a medium show their passkeys here: use the terminal, or name an approved application with"
                        + " --application (hand-out)",
                "この機械では、媒体の取扱者をパスキーで確認します。端末の画面から操作するか、hand-out では承認済みの申請を --application で指定してください");
    }

    /// Somebody who cannot be the second person.
    public static StaffRefused notASecondPerson() {
        return new StaffRefused(
                "second-person-missing",
                "work at a medium needs a second person: another user of this machine, with the right to handle media",
                "媒体の取扱いは2人で行います。媒体を扱う権限のある、別の利用者のIDを入力してください");
    }

    /// The passkey of the second person was not shown.
    public static StaffRefused passkey(String reason, String english, String japanese) {
        return new StaffRefused(reason, english, japanese);
    }

    StaffRefused(String reason, String english, String japanese) {
        super(reason, english, japanese);
    }
}
