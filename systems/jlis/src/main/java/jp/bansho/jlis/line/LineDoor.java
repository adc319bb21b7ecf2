package jp.bansho.jlis.line;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import jp.bansho.jlis.inquiry.Asker;
import jp.bansho.jlis.inquiry.BatchKey;
import jp.bansho.jlis.inquiry.Inquiries;
import jp.bansho.jlis.inquiry.Problem;
import jp.bansho.jlis.inquiry.Reply;
import jp.bansho.jlis.store.Scope;
import jp.bansho.machine.StoreBroken;
import jp.bansho.machine.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/// The two paths of the line. What a batch holds is never logged, and its record is committed before the answer leaves.
@RestController
@ConditionalOnWebApplication
class LineDoor {

    /// Bytes of a batch, at most: five thousand rows of three thousand bytes.
    static final int MOST_BYTES = 15_000_000;

    private static final MediaType ROWS = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Transactions transactions;
    private final Inquiries inquiries;

    LineDoor(Transactions transactions, Inquiries inquiries) {
        this.transactions = transactions;
        this.inquiries = inquiries;
    }

    @PutMapping("/inquiries/{job}/{batch}")
    ResponseEntity<byte[]> ask(
            @PathVariable("job") String job,
            @PathVariable("batch") String batch,
            @RequestAttribute(AskerGate.ASKER) Asker asker,
            HttpServletRequest request)
            throws IOException {
        if (!BatchKey.isJob(job) || !batch.matches("[1-9][0-9]{0,5}") || !isRows(request.getContentType())) {
            return page(new Reply.Refusal(Problem.NOT_UNDERSTOOD, List.of()));
        }
        var key = new BatchKey(asker.organisation(), job, Integer.parseInt(batch));
        var body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            return page(transactions.recorded(Scope.WINDOW, _ -> inquiries.refuse(key, Problem.TOO_LARGE)));
        }
        try (var connection = transactions.connection()) {
            return page(transactions.bulk(connection, Scope.WINDOW, c -> inquiries.answer(c, asker, key, body)));
        } catch (SQLException e) {
            throw new StoreBroken(e);
        }
    }

    @GetMapping("/health")
    ResponseEntity<byte[]> health() {
        transactions.read(Scope.WATCH, inquiries::counts);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"status\":\"up\"}".getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean isRows(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        try {
            var type = MediaType.parseMediaType(contentType);
            var charset = type.getCharset();
            return type.equalsTypeAndSubtype(ROWS) && (charset == null || charset.equals(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }

    private static ResponseEntity<byte[]> page(Reply reply) {
        return switch (reply) {
            case Reply.Rows(var bytes) -> ResponseEntity.ok().contentType(ROWS).body(bytes);
            case Reply.Refusal(var problem, var places) ->
                ResponseEntity.status(problem.status())
                        .contentType(MediaType.parseMediaType(ProblemPage.MEDIA_TYPE))
                        .body(ProblemPage.body(problem, places));
        };
    }
}
