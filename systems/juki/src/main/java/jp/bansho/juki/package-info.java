/// 住基ネット利用システム, the Juki-net machine: takes inquiries in, asks J-LIS, hands the answers on and keeps nothing.
@NullMarked
package jp.bansho.juki;

import org.jspecify.annotations.NullMarked;
