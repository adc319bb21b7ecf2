/// The terminal under test: a served machine, people who come in, browsers.
@NullMarked
package jp.bansho.numbers.terminal;

import org.jspecify.annotations.NullMarked;
