package jp.bansho.jlis.inquiry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import jp.bansho.jlis.inquiry.Asked.ByItems;
import jp.bansho.jlis.residents.Resident;
import jp.bansho.jlis.residents.State;

/// The rules of an inquiry by the four basic items (基本4情報): birth and sex must be the same; name, kana and address may
/// be spelled another way, or, where removed residents are wanted, be those of before. The search pattern says how.
final class Matching {

    private static final int KANA = 1;
    private static final int NAME = 2;
    private static final int ADDRESS = 4;
    private static final int EARLIER = 8;

    private final Variants variants = new Variants();
    private final AddressText addresses = new AddressText(variants);
    private final Map<Integer, String> patterns = new HashMap<>();

    Matching() {
        for (var row : DeskTable.rows("patterns.tsv")) {
            var how = (row.get(1).equals("other") ? KANA : 0)
                    | (row.get(2).equals("variant") ? NAME : 0)
                    | (row.get(3).equals("other") ? ADDRESS : 0)
                    | (row.get(4).equals("yes") ? EARLIER : 0);
            patterns.put(how, row.get(0));
        }
    }

    /// The search pattern under which a resident fits; empty if none does.
    ///
    /// @param former earlier states that count; empty where removed residents are not wanted
    Optional<String> pattern(ByItems asked, Resident resident, List<State> former) {
        if (!resident.birth().equals(asked.place().birth())
                || resident.sex() != asked.place().sex()) {
            return Optional.empty();
        }
        var states = new ArrayList<State>();
        states.add(resident.now());
        states.addAll(former);
        var name = best(states, asked, this::name);
        var address = best(states, asked, this::address);
        return name.isEmpty() || address.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(patterns.get(name.getAsInt() | address.getAsInt()));
    }

    /// The nearest way in which one of the states fits; the first is the present one.
    private static OptionalInt best(
            List<State> states, ByItems asked, BiFunction<ByItems, State, OptionalInt> compare) {
        var best = OptionalInt.empty();
        for (var i = 0; i < states.size(); i++) {
            var found = compare.apply(asked, states.get(i));
            if (found.isPresent()) {
                var how = found.getAsInt() | (i > 0 ? EARLIER : 0);
                best = best.isEmpty() || how < best.getAsInt() ? OptionalInt.of(how) : best;
            }
        }
        return best;
    }

    private OptionalInt name(ByItems asked, State state) {
        var how = 0;
        if (!asked.name().equals(state.name())) {
            how = NAME;
            if (!variants.unify(asked.name()).equals(variants.unify(state.name()))) {
                return OptionalInt.empty();
            }
        }
        if (!asked.kana().equals(state.kana())) {
            how |= KANA;
            if (!Kana.key(asked.kana()).equals(Kana.key(state.kana()))) {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.of(how);
    }

    private OptionalInt address(ByItems asked, State state) {
        if (asked.place().municipality() != state.municipality()) {
            return OptionalInt.empty();
        }
        if (asked.address().equals(state.address())) {
            return OptionalInt.of(0);
        }
        return addresses.key(asked.address()).equals(addresses.key(state.address()))
                ? OptionalInt.of(ADDRESS)
                : OptionalInt.empty();
    }
}
