/// The way to the database: every piece of work runs in a scope (one association, or the federation), and what must be
/// recorded is recorded in the same transaction. Duties N12, L1.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package jp.bansho.numbers.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
