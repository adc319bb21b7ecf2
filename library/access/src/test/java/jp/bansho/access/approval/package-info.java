/// Approvals, tried from every side on a real PostgreSQL.
@NullMarked
package jp.bansho.access.approval;

import org.jspecify.annotations.NullMarked;
