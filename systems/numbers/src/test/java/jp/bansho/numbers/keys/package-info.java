/// Tests of the key ceremonies and of the watch over the key device.
@NullMarked
package jp.bansho.numbers.keys;

import org.jspecify.annotations.NullMarked;
