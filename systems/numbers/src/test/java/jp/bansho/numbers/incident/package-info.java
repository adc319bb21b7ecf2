/// Tests of the incident desk.
@NullMarked
package jp.bansho.numbers.incident;

import org.jspecify.annotations.NullMarked;
