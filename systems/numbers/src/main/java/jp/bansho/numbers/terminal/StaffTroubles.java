package jp.bansho.numbers.terminal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jp.bansho.numbers.staff.StaffRefused;
import jp.bansho.terminal.Troubles;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/// What a person, a role or a purpose may not do is forbidden, and the page says why.
@ControllerAdvice
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE)
class StaffTroubles {

    private final Troubles troubles;

    StaffTroubles(Troubles troubles) {
        this.troubles = troubles;
    }

    @ExceptionHandler
    String refused(StaffRefused refused, HttpServletRequest request, HttpServletResponse response, Model model) {
        return troubles.page(
                request, response, model, HttpServletResponse.SC_FORBIDDEN, String.valueOf(refused.getMessage()));
    }
}
