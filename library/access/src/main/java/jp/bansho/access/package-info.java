/// Who is this, and may they? People, their accounts, roles × departments, and the right each act needs.
/// Duties A1 to A8, L1.
@NullMarked
package jp.bansho.access;

import org.jspecify.annotations.NullMarked;
