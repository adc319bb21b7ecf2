/// The one mechanism for everything that needs a second person 承認: an application with a purpose, a decision by
/// somebody else who has the right, and exactly one execution of exactly what was approved, in time. Duties
/// A6, A7.
@NullMarked
package jp.bansho.access.approval;

import org.jspecify.annotations.NullMarked;
