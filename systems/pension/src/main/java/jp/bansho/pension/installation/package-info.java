/// Sets the machine up: home folder, keys, certificate, database roles and tables, associations
/// (duties S1, M1).
@ApplicationModule(allowedDependencies = {"store", "staff", "members", "cutting"})
@NullMarked
package jp.bansho.pension.installation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
