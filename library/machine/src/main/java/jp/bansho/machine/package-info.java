/// What does every machine stand on? Its home folder and keys, its database and the transactions that end with their
/// record, the exported heads of that record, and how a command starts all this. Duties S1, L1, N12.
@NullMarked
package jp.bansho.machine;

import org.jspecify.annotations.NullMarked;
