package jp.bansho.numbers.staff;

import java.time.Clock;
import jp.bansho.access.approval.ApprovalKind;
import jp.bansho.access.approval.Approvals;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The one approval mechanism, with this machine's rights.
@Configuration(proxyBeanMethods = false)
class StaffParts {

    @Bean
    Approvals approvals(Rights rights, Clock clock) {
        return new Approvals(Actor.SYSTEM, rights.matrix(), ApprovalKind.ALL, clock);
    }
}
