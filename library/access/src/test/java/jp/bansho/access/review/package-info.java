/// Reviews and the ledger on a real PostgreSQL.
@NullMarked
package jp.bansho.access.review;

import org.jspecify.annotations.NullMarked;
