/// Tests of the screens of the duties that come again.
@NullMarked
package jp.bansho.numbers.cycle.web;

import org.jspecify.annotations.NullMarked;
