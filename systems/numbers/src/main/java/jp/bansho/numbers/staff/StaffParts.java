package jp.bansho.numbers.staff;

import java.time.Clock;
import jp.bansho.access.approval.ApprovalKind;
import jp.bansho.access.approval.Approvals;
import jp.bansho.access.review.ReviewRules;
import jp.bansho.access.review.Reviews;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The one approval mechanism and the reviews, with this machine's rights.
@Configuration(proxyBeanMethods = false)
class StaffParts {

    @Bean
    Approvals approvals(Rights rights, Clock clock) {
        return new Approvals(Actor.SYSTEM, rights.matrix(), ApprovalKind.ALL, clock);
    }

    @Bean
    Reviews reviews(Rights rights, Clock clock) {
        return new Reviews(Actor.SYSTEM, rights.matrix(), ReviewRules.ORDINARY, clock);
    }
}
