/// Sets the machine up and starts it: home folder, keys, database roles and tables, associations, staff; and refuses a
/// start with the wrong keys or with a cut record. Duties S1, A7, L1.
@ApplicationModule(allowedDependencies = {"store", "staff"})
@NullMarked
package jp.bansho.numbers.installation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
