package jp.bansho.numbers.roster.web;

import jakarta.servlet.http.HttpSession;
import java.util.ArrayDeque;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Lets a confirmed form act once: a double click, a reload or the browser's way back does nothing more.
@Component
class Once {

    private static final String ATTRIBUTE = "jp.bansho.roster.once";
    private static final int MOST = 20;

    /// A ticket for the form that is shown now.
    String ticket(HttpSession session) {
        var ticket = UUID.randomUUID().toString();
        synchronized (this) {
            var tickets = tickets(session);
            if (tickets.size() >= MOST) {
                tickets.removeFirst();
            }
            tickets.addLast(ticket);
            session.setAttribute(ATTRIBUTE, tickets);
        }
        return ticket;
    }

    /// Takes the ticket; false if it was used before.
    synchronized boolean use(HttpSession session, String ticket) {
        var tickets = tickets(session);
        var fresh = tickets.remove(ticket);
        session.setAttribute(ATTRIBUTE, tickets);
        return fresh;
    }

    private static ArrayDeque<String> tickets(HttpSession session) {
        var tickets = new ArrayDeque<String>();
        if (session.getAttribute(ATTRIBUTE) instanceof ArrayDeque<?> known) {
            known.forEach(ticket -> tickets.add(String.valueOf(ticket)));
        }
        return tickets;
    }
}
