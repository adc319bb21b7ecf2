/// The resident register (本人確認情報) of the whole country, as an authority holds it: loaded at the start, changed by
/// events, with the history of each resident. In: files of the layouts `residents` and `resident-events`, single events
/// by a registered person. Out: residents and their earlier states for the inquiry desk. Duties J1, C1.
@ApplicationModule(allowedDependencies = {"numbering"})
@NullMarked
package jp.bansho.jlis.residents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
