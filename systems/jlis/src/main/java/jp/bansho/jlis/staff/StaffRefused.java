package jp.bansho.jlis.staff;

import jp.bansho.machine.Refused;

/// Somebody who may not do this.
public final class StaffRefused extends Refused {

    private static final long serialVersionUID = 1L;

    StaffRefused(String reason, String english, String japanese) {
        super(reason, english, japanese);
    }
}
