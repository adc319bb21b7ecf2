/// Reviews (A6): each month the rights 権限の点検, each quarter the user IDs against the ledger 利用者IDの棚卸し; a deadline,
/// a list, a decision per line, a signed result.
@NullMarked
package jp.bansho.access.review;

import org.jspecify.annotations.NullMarked;
