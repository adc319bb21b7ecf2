package jp.bansho.numbers.intake.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import jp.bansho.access.Organisation;
import jp.bansho.numbers.intake.UploadRefusal;
import jp.bansho.numbers.intake.Uploads;
import jp.bansho.numbers.staff.Actors;
import jp.bansho.numbers.staff.Right;
import jp.bansho.terminal.Gate;
import org.springframework.web.filter.OncePerRequestFilter;

/// Stands before everything that reads the body of a request with files in it, the check of its token too: only
/// somebody who is there and may upload gets a file onto the disk, only on the one route that takes one, and never a
/// larger one than allowed. Too large a body is read and thrown away, so that the browser hears the answer.
final class UploadGuard extends OncePerRequestFilter {

    static final String ROUTE = "/uploads";
    private static final long MOST_THROWN_AWAY = 4L << 30;

    private final Gate gate;
    private final Uploads uploads;
    private final long most;

    /// @param most bytes of the largest body
    UploadGuard(Gate gate, Uploads uploads, long most) {
        this.gate = gate;
        this.uploads = uploads;
        this.most = most;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            chain.doFilter(request, response);
            return;
        }
        if (!request.getMethod().equals("POST") || !request.getServletPath().equals(ROUTE)) {
            response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
            return;
        }
        var member = gate.present(request, Right.UPLOAD_FILE)
                .filter(there -> Organisation.isAssociation(there.organisation()));
        if (member.isEmpty()) {
            response.sendRedirect(request.getContextPath() + "/");
            return;
        }
        var length = request.getContentLengthLong();
        if (length >= 0 && length <= most) {
            chain.doFilter(request, response);
            return;
        }
        throwAway(request);
        uploads.refuse(
                Actors.of(member.get()), member.get().department(), member.get().organisation(), UploadRefusal.TOO_BIG);
        response.sendRedirect(request.getContextPath() + ROUTE + "?refused=" + UploadRefusal.TOO_BIG.word());
    }

    private static void throwAway(HttpServletRequest request) throws IOException {
        var buffer = new byte[1 << 16];
        var in = request.getInputStream();
        for (var left = MOST_THROWN_AWAY; left > 0; ) {
            var read = in.read(buffer);
            if (read < 0) {
                return;
            }
            left -= read;
        }
    }
}
