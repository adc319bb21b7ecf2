/// The fault suite: kills, cuts, fills and turns back whatever the number machine stands on, and holds what is left
/// against a ledger of what was acknowledged. Duties S1, S4, L1, N4.
@NullMarked
package jp.bansho.faults;

import org.jspecify.annotations.NullMarked;
