/// Sets the machine up: home folder, keys, database roles and tables, associations (duty S1).
@ApplicationModule(allowedDependencies = {"store", "staff"})
@NullMarked
package jp.bansho.pension.installation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
