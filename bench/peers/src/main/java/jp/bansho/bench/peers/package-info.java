/// The peers on the same rows: JPA/Hibernate, ShardingSphere-JDBC encrypt and pgcrypto, each as its users would set it
/// up.
@NullMarked
package jp.bansho.bench.peers;

import org.jspecify.annotations.NullMarked;
