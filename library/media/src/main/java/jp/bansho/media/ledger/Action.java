package jp.bansho.media.ledger;

import java.util.Locale;

/// The steps a medium can take; what each needs stands in `media.rule`.
enum Action {
    ENTER,
    BEGIN,
    WRITE,
    ABANDON,
    HAND_OVER,
    RECEIPT,
    TAKE_BACK,
    CERTIFIED,
    REGISTER,
    OPEN,
    CONFIRM,
    TURN_AWAY,
    WIPE,
    RETURN,
    VAULT_IN,
    VAULT_OUT,
    ERASE,
    DESTROY,
    MISS,
    FIND;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Puts a parcel on the medium.
    boolean bringsAParcel() {
        return this == BEGIN || this == REGISTER;
    }
}
