/// The terminals of the Juki-net machine under test.
@NullMarked
package jp.bansho.juki.terminal;

import org.jspecify.annotations.NullMarked;
