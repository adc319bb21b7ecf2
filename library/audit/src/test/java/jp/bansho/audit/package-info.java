/// Tests of the audit record, the forger's among them.
@NullMarked
package jp.bansho.audit;

import org.jspecify.annotations.NullMarked;
