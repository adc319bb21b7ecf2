/// Golden files: what a machine is made of, as text files that a reviewer reads and the build compares. For tests
/// alone, never on a production class path.
@NullMarked
package jp.bansho.golden;

import org.jspecify.annotations.NullMarked;
