/// What the machine is made of, as text files that a reviewer reads and the build compares.
@NullMarked
package jp.bansho.juki.golden;

import org.jspecify.annotations.NullMarked;
