/// Tests of the ledger of media.
@NullMarked
package jp.bansho.media.ledger;

import org.jspecify.annotations.NullMarked;
