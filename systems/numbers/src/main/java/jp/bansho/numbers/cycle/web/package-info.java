/// The screens of the duties that come again, NUM-12xx.
@NullMarked
package jp.bansho.numbers.cycle.web;

import org.jspecify.annotations.NullMarked;
