/// Who may come in, tested on a real PostgreSQL.
@NullMarked
package jp.bansho.access;

import org.jspecify.annotations.NullMarked;
