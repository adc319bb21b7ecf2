/// Tests of periods and erasures, on a real PostgreSQL.
@NullMarked
package jp.bansho.numbers.erasure;

import org.jspecify.annotations.NullMarked;
