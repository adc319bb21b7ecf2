package jp.bansho.terminal;

import java.util.List;
import java.util.Locale;
import jp.bansho.access.Member;
import jp.bansho.access.session.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.SessionLocaleResolver;

/// How the web server is put together: headers and CSRF by Spring Security, rights by the [Gate], Japanese
/// unless somebody switches.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class WebParts implements WebMvcConfigurer {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Gate gate;

    WebParts(Gate gate) {
        this.gate = gate;
    }

    /// Nobody is let in here; the [Gate] does that. This chain writes the headers, keeps the CSRF token,
    /// and refuses odd requests.
    @Bean
    SecurityFilterChain headersAndTokens(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .anonymous(anonymous -> anonymous.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .frameOptions(frames -> frames.deny())
                        .permissionsPolicyHeader(permissions -> permissions.policy(
                                "camera=(), microphone=(), geolocation=(), clipboard-read=(), clipboard-write=(),"
                                        + " publickey-credentials-get=(self), publickey-credentials-create=(self)"))
                        .crossOriginOpenerPolicy(opener -> {})
                        .crossOriginResourcePolicy(resource -> {}))
                .build();
    }

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new SessionLocaleResolver();
        resolver.setDefaultLocale(Locale.JAPANESE);
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(gate);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new WhoIsThere());
    }

    /// Hands a route the member who asks, or the whole visit.
    private static final class WhoIsThere implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Member.class || parameter.getParameterType() == Visit.class;
        }

        @Override
        public @Nullable Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory factory) {
            var visit = request.getAttribute(Gate.VISIT, RequestAttributes.SCOPE_REQUEST);
            if (!(visit instanceof Visit there)) {
                throw new IllegalStateException("a route that is open to everybody asks who is there");
            }
            return parameter.getParameterType() == Member.class ? there.member() : there;
        }
    }
}
