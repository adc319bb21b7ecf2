/// Inquiries: parcel in, line to J-LIS, answers sealed under the job's own key. Duties J1–J4, J6.
@ApplicationModule(allowedDependencies = {"store", "staff"})
@NullMarked
package jp.bansho.juki.inquiry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
