/// Who may work at this machine. Looks at nobody.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package jp.bansho.jlis.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
