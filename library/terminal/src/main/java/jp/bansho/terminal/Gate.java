package jp.bansho.terminal;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.bansho.access.Member;
import jp.bansho.access.session.SessionEvent;
import jp.bansho.access.session.Visit;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.terminal.VisitBook.Standing;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/// Stands before every route: who is there, is the screen open, is the right there. What says nothing is
/// refused.
@Component
public class Gate implements HandlerInterceptor {

    static final String VISIT = "jp.bansho.visit";

    private final VisitBook visits;
    private final Premises premises;
    private final Transactions transactions;
    private final MachineTokens tokens;

    Gate(VisitBook visits, Premises premises, Transactions transactions, MachineTokens tokens) {
        this.visits = visits;
        this.premises = premises;
        this.transactions = transactions;
        this.tokens = tokens;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (handler instanceof ResourceHttpRequestHandler || request.getDispatcherType() == DispatcherType.ERROR) {
            return true;
        }
        if (!(handler instanceof HandlerMethod route)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return false;
        }
        if (route.hasMethodAnnotation(Open.class)) {
            return true;
        }
        var machine = route.getMethodAnnotation(ByToken.class);
        if (machine != null) {
            return tokens.admits(machine.value(), request, response);
        }
        return switch (visits.standing(request)) {
            case Standing.Nobody() -> sendTo(request, response, "/login");
            case Standing.Over(var why) -> sendTo(request, response, "/login?over=" + why);
            case Standing.Locked(var visit) -> locked(request, response, route, visit);
            case Standing.Present(var visit) -> present(request, response, route, visit);
        };
    }

    private boolean locked(HttpServletRequest request, HttpServletResponse response, HandlerMethod route, Visit visit)
            throws IOException {
        var everybody = route.getMethodAnnotation(Everybody.class);
        if (everybody != null && everybody.whileLocked()) {
            request.setAttribute(VISIT, visit);
            return true;
        }
        return sendTo(request, response, "/lock");
    }

    private boolean present(HttpServletRequest request, HttpServletResponse response, HandlerMethod route, Visit visit)
            throws IOException {
        request.setAttribute(VISIT, visit);
        if (route.hasMethodAnnotation(Everybody.class)) {
            return true;
        }
        var wanted = premises.wanted(route.getMethod());
        if (wanted.stream().anyMatch(right -> premises.allows(visit.member(), right))) {
            return true;
        }
        refuse(visit.member(), wanted, route);
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
        return false;
    }

    /// Who is there with an open screen and that right, for what stands before every route: a filter that must
    /// know before it lets a large body in.
    public Optional<Member> present(HttpServletRequest request, NamedRight right) {
        return visits.standing(request) instanceof Standing.Present(var visit) && premises.allows(visit.member(), right)
                ? Optional.of(visit.member())
                : Optional.empty();
    }

    private void refuse(Member member, List<? extends NamedRight> wanted, HandlerMethod route) {
        var rightWords = wanted.stream().map(NamedRight::word).collect(Collectors.joining(","));
        var screen =
                route.getBeanType().getSimpleName() + "." + route.getMethod().getName();
        transactions.recorded(
                new DoorScope(),
                _ -> new Recorded<>(
                        member, List.of(visits.entry(member, new SessionEvent.RightMissing(rightWords, screen)))));
    }

    /// A fragment that was fetched for a page already shown must not become a login page inside it.
    private static boolean sendTo(HttpServletRequest request, HttpServletResponse response, String place)
            throws IOException {
        if (VisitBook.isPoll(request)) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(request.getContextPath() + place);
        }
        return false;
    }
}
