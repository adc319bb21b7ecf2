package jp.bansho.jlis.inquiry;

import jp.bansho.individual.IndividualNumber;
import jp.bansho.jlis.residents.Effect;
import jp.bansho.jlis.residents.Resident;

/// Somebody an inquiry found.
///
/// @param pattern search pattern; empty for an inquiry by code
/// @param changed whether anything changed in the period asked for
/// @param what    what changed there: nothing, items, or the number
record Hit(Resident resident, String pattern, boolean changed, Effect what, IndividualNumber number) {}
