/// What the machine is made of, as text files that a reviewer reads and the build compares.
@NullMarked
package jp.bansho.numbers.golden;

import org.jspecify.annotations.NullMarked;
