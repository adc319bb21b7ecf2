/// Tests of the rounds of the repeated duties.
@NullMarked
package jp.bansho.numbers.cycle;

import org.jspecify.annotations.NullMarked;
