/// The measurements: one class per bar, on one PostgreSQL, each beside what it is compared with.
@NullMarked
package jp.bansho.bench.measure;

import org.jspecify.annotations.NullMarked;
