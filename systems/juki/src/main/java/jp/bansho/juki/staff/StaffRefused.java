package jp.bansho.juki.staff;

import jp.bansho.machine.Refused;

/// Somebody who may not, or one where two are needed.
public final class StaffRefused extends Refused {

    private static final long serialVersionUID = 1L;

    StaffRefused(String reason, String english, String japanese) {
        super(reason, english, japanese);
    }
}
