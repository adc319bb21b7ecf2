package jp.bansho.numbers.operation;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Stands around every request and counts it in the [RequestMeter].
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestCounter extends OncePerRequestFilter {

    private final RequestMeter meter;

    RequestCounter(RequestMeter meter) {
        this.meter = meter;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var begun = System.nanoTime();
        var ended = false;
        try {
            chain.doFilter(request, response);
            ended = true;
        } finally {
            meter.count(
                    ended ? response.getStatus() : HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
                    System.nanoTime() - begun);
        }
    }
}
