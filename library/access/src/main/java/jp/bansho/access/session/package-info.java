/// One session a user: who is at the terminal now, and whether the screen is locked. Duties A1, L1.
@NullMarked
package jp.bansho.access.session;

import org.jspecify.annotations.NullMarked;
