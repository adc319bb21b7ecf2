package jp.bansho.jlis.line;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import jp.bansho.jlis.inquiry.Asker;
import jp.bansho.jlis.inquiry.Problem;
import jp.bansho.machine.Home;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets in whose certificate is one of the pinned ones, byte for byte, and still in time. The handshake has already
/// turned away who is not known at all; a certificate that a known one signed gets as far as here.
@Component
@ConditionalOnWebApplication
class AskerGate extends OncePerRequestFilter {

    /// Where the asker stands in the request.
    static final String ASKER = "jp.bansho.jlis.asker";

    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

    private final AskerBook book;

    AskerGate(Home home) {
        this.book = AskerBook.of(home);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var asker = asker(request);
        if (asker.isEmpty()) {
            ProblemPage.write(response, Problem.NOT_ENTITLED);
            return;
        }
        request.setAttribute(ASKER, asker.get());
        chain.doFilter(request, response);
    }

    private Optional<Asker> asker(HttpServletRequest request) {
        if (!(request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain) || chain.length == 0) {
            return Optional.empty();
        }
        try {
            chain[0].checkValidity();
            return book.of(chain[0]);
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }
}
