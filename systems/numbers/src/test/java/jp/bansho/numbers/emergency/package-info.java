/// Tests of the emergency session.
@NullMarked
package jp.bansho.numbers.emergency;

import org.jspecify.annotations.NullMarked;
