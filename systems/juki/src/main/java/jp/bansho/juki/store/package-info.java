/// The role this machine meets its database as.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package jp.bansho.juki.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
