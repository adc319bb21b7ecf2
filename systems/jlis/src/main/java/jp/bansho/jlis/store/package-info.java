/// As whom a piece of work meets the database of this machine. Looks at nobody.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package jp.bansho.jlis.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
