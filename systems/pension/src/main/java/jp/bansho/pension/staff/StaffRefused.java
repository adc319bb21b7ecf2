package jp.bansho.pension.staff;

import jp.bansho.machine.Refused;

/// Somebody may not do what they asked for.
public final class StaffRefused extends Refused {

    private static final long serialVersionUID = 1L;

    StaffRefused(String reason, String english, String japanese) {
        super(reason, english, japanese);
    }
}
