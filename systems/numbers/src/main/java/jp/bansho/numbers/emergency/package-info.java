/// The emergency session 緊急アクセス: the operator into the database, approved by the federation, one at a time, each
/// statement on record before it runs (A7).
///
/// In comes an approved application and a passkey; out goes a one-time code, and for it a console that can read how
/// the work stands and repair the state of jobs. The database itself keeps it from numbers and from deleting.
@ApplicationModule(allowedDependencies = {"store", "staff", "terminal", "installation"})
@NullMarked
package jp.bansho.numbers.emergency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
