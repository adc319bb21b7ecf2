/// Tests of watching over the machine.
@NullMarked
package jp.bansho.numbers.operation;

import org.jspecify.annotations.NullMarked;
