package jp.bansho.numbers.intake.web;

import jp.bansho.numbers.intake.Uploads;
import jp.bansho.terminal.Gate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/// Puts the guard of uploads before the check of tokens, which would read the whole body first.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class UploadParts {

    private static final int BEFORE_TOKENS = -200;

    @Bean
    FilterRegistrationBean<UploadGuard> uploadGuard(
            Gate gate, Uploads uploads, @Value("${spring.servlet.multipart.max-request-size}") DataSize most) {
        var registration = new FilterRegistrationBean<>(new UploadGuard(gate, uploads, most.toBytes()));
        registration.setOrder(BEFORE_TOKENS);
        return registration;
    }
}
