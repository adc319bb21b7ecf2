package jp.bansho.population;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One recipient (受給権者) with the people around: a spouse of either kind and up to three other dependants.
///
/// @param spouseOnSlip whether the withholding slip names the spouse
record Family(
        Person recipient,
        Relative.Handicap recipientHandicap,
        @Nullable Relative spouse,
        boolean spouseOnSlip,
        List<Relative> relatives,
        Place place) {

    int size() {
        return 1 + (spouse == null ? 0 : 1) + relatives.size();
    }

    /// Sixteen and older: the first two have a place, and a number, on the slip.
    List<Relative> grown(int taxYear) {
        return relatives.stream().filter(relative -> !relative.isChild(taxYear)).toList();
    }

    List<Relative> children(int taxYear) {
        return relatives.stream().filter(relative -> relative.isChild(taxYear)).toList();
    }

    @Override
    public String toString() {
        return "Family[…]";
    }
}
