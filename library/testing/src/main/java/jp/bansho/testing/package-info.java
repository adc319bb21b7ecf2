/// What a test, the demo and the benchmark stand on: one real PostgreSQL, one real browser. Never on a production class
/// path.
@NullMarked
package jp.bansho.testing;

import org.jspecify.annotations.NullMarked;
