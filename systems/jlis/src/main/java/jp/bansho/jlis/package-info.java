/// The stand-in for the authority (地方公共団体情報システム機構, J-LIS): resident register, inquiry service, numbers.
@NullMarked
package jp.bansho.jlis;

import org.jspecify.annotations.NullMarked;
