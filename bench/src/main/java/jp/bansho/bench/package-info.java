/// The demo, the practice database and the benchmarks: what shows that Bansho works, and how fast.
@NullMarked
package jp.bansho.bench;

import org.jspecify.annotations.NullMarked;
