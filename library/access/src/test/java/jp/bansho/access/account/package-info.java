/// Tests of accounts, slips, the nightly batch and the door.
@NullMarked
package jp.bansho.access.account;

import org.jspecify.annotations.NullMarked;
