/// The pension benefit system (年金給付システム): pays pensions, asks who its people are, and
/// holds no Individual Number (P).
@NullMarked
package jp.bansho.pension;

import org.jspecify.annotations.NullMarked;
