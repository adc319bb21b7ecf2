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

    static StaffRefused ownApproval() {
        return new StaffRefused(
                "own-approval",
                "nobody approves what they applied for: name another one with --approved-by",
                "自分の申請は承認できません。--approved-by で別の承認者を指定してください");
    }

    StaffRefused(String reason, String english, String japanese) {
        super(reason, english, japanese);
    }
}
