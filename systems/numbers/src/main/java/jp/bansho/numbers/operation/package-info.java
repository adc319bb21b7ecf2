/// How does the machine run? Health, warnings, figures for a watching machine, the monthly report of operations
/// (S5, C3).
///
/// Desks offer a [jp.bansho.numbers.operation.HealthPart] each; out go the health page, `GET /metrics`, one line of
/// log and one record for each alarm that begins or ends, and a PDF a month. No person and no number is in any of it.
@ApplicationModule(allowedDependencies = {"store", "staff", "terminal", "installation", "recovery", "keys"})
@NullMarked
package jp.bansho.numbers.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
