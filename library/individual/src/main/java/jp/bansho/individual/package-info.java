/// The Individual Number (個人番号) itself: whoever names this type may hold one. Machines that the law keeps away from it
/// do not have this library on their class path.
@NullMarked
package jp.bansho.individual;

import org.jspecify.annotations.NullMarked;
