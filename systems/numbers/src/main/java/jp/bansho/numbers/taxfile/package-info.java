/// Appends numbers to the tax files the pension system cut without them: the withholding-slip file (源泉徴収票ファイル) for the
/// National Tax Agency. For the federation alone. Duty N6.
@ApplicationModule(allowedDependencies = {"store", "staff", "job", "linkage", "vault"})
@NullMarked
package jp.bansho.numbers.taxfile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
