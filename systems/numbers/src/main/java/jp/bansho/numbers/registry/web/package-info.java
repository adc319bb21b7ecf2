/// The people screens: find, the sheet of a person, the number for a moment, register, change, delete (N3, N5, L1).
@NullMarked
package jp.bansho.numbers.registry.web;

import org.jspecify.annotations.NullMarked;
