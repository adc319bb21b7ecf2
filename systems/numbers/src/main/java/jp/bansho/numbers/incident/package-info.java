/// Incidents 事故: a broken record, a planted person revealed, numbers revealed in masses, a medium that is missing, or
/// what a person noticed; the six steps, the clock of the report, its draft, and a closing that needs two people (S6).
@ApplicationModule(allowedDependencies = {"store", "staff", "terminal", "installation", "inspection"})
@NullMarked
package jp.bansho.numbers.incident;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
