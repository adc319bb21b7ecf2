package jp.bansho.jlis.inquiry;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.bansho.jlis.residents.Effect;
import jp.bansho.jlis.residents.Resident;
import jp.bansho.jlis.residents.State;

/// What changed of a resident within a period (異動有無, 変更状況).
///
/// @param any     whether there was any change
/// @param effects what it changed
record Changes(boolean any, Set<Effect> effects) {

    static Changes of(Resident resident, List<State> former, Period period) {
        var effects = EnumSet.noneOf(Effect.class);
        Stream.concat(Stream.of(resident.now()), former.stream())
                .filter(state -> period.holds(state.changed()))
                .forEach(state -> effects.add(state.effect()));
        return new Changes(!effects.isEmpty(), effects);
    }

    /// A new number weighs more than anything else; death is told by the life status and is no change of an item.
    Effect what() {
        if (effects.contains(Effect.NUMBER)) {
            return Effect.NUMBER;
        }
        return effects.contains(Effect.ITEMS) ? Effect.ITEMS : Effect.NONE;
    }
}
