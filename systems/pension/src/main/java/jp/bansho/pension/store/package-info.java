/// As whom a piece of work meets the database: one association and one role (duty N12).
@ApplicationModule(allowedDependencies = {})
@NullMarked
package jp.bansho.pension.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
