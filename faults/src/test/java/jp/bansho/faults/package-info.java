/// The fault suite in short, and what the harness itself finds.
@NullMarked
package jp.bansho.faults;

import org.jspecify.annotations.NullMarked;
